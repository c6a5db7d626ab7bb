# language: ko
@D08
기능: 데몬 세트 Pod도 다른 Pod처럼 노드를 기다린다

  들어갈 자리가 없는 Pod는 *Pending* 상태가 되고, 무언가 시작되지 않으면 사람들은 Pending 상태부터 찾는다. 예전에는 데몬 세트 Pod가
  예외였다. 데몬 세트 컨트롤러가 자리를 직접 확인하고 Pod를 노드에 바인딩했기 때문이다. 자리가 없으면 Pod를 아예 만들지 않았으므로,
  노드를 기다리는 Pod는 볼 수 없었고 이벤트만 이유를 알려 주었다. 지금은 다른 Pod처럼 기다린다. 템플릿에 노드 이름이 적혀 있는 Pod만
  예전처럼 처음부터 바인딩되어 있다.

  배경:
    먼저 다음 노드가 있다:
      | 이름   | cpu |
      | east-1 | 2   |

  @needs-legacy-scheduling
  Rule: 예전에는 데몬 세트 Pod의 노드가 생성될 때부터 정해져 있었다
    # Authority: kubernetes 1.11 pkg/controller/daemon/daemon_controller.go nodeShouldRunDaemonPod

    배경:
      먼저 데몬 세트 컨트롤러가 Pod를 직접 바인딩하는 예전 클러스터를 사용한다

    시나리오: 컨트롤러가 Pod에 노드 이름을 적는다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"에서 Pod를 하나 실행한다
      그리고 "log-agent"의 Pod는 모두 생성될 때부터 노드가 정해져 있었다

    @needs-steady-control-plane
    시나리오: 노드에 들어갈 수 없는 Pod는 만들지 않고, 이유는 이벤트에 남긴다
      만일 데몬 세트 "indexer"를 다음과 같이 설정하여 생성하면:
        | cpu | 4 |
      그러면 "indexer"의 Pod는 한 번도 생성되지 않았다
      그리고 "indexer"의 상태는 다음과 같다:
        | 필요 | 현재 |
        | 1    | 0    |
      그리고 "indexer"의 이벤트에는 다음 내용이 있다:
        | 유형    | 이유            | 메시지                                                                                                           |
        | Warning | FailedPlacement | failed to place pod on "east-1": Node didn't have enough resource: cpu, requested: 4000, used: 0, capacity: 2000 |

  Rule: 지금은 스케줄러가 자리를 찾지 못한 데몬 세트 Pod가 Pending 상태가 된다
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodes; recording no-room

    시나리오: 데몬 세트 Pod도 일반 Pod도 자리가 없다
      먼저 다음과 같이 설정한 Pod "report-job"이 있다:
        | cpu | 4 |
      만일 데몬 세트 "indexer"를 다음과 같이 설정하여 생성하면:
        | cpu | 4 |
      그러면 "east-1"에서 실행될 "indexer"의 Pod는 Pending 상태다
      그리고 Pod "report-job"은 Pending 상태다

  Rule: 템플릿에 노드 이름이 있는 Pod는 기다리지 않으며, 자리가 없으면 노드가 거부한다
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; pkg/kubelet/lifecycle/predicate.go generalFilter

    @needs-steady-control-plane
    시나리오: 자리가 없는데도 바인딩된다
      만일 데몬 세트 "indexer"를 다음 Pod 사양으로 생성하면:
        """
        nodeName: east-1
        containers:
          - {name: indexer, image: "example.test/indexer:v1", resources: {requests: {cpu: "4"}}}
        """
      그러면 "indexer"의 Pod는 모두 생성될 때부터 노드가 정해져 있었다
      그리고 "east-1"에서 "indexer"의 Pod는 모두 "OutOfcpu"를 이유로 실패했다
