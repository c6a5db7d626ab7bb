# language: ko
@D14
기능: 데몬 세트 Pod는 예약 불가로 표시된 노드에도 배치된다

  관리자는 유지 관리를 앞두고 새 작업이 들어오지 않도록 노드를 *예약 불가*로 표시한다(cordon). 그럴 때일수록 그 노드의 로그와 지표는
  더 필요하다. 그래서 데몬 세트 Pod는 예약 불가 표시를 허용하고, 자원이 부족하다는 표시도 허용한다. 준비되지 않은 노드에서 새 Pod를 막는
  표시는 자동으로 허용하지 않는다.

  Rule: 예약 불가 표시는 데몬 세트 Pod를 막지 못한다
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; pkg/scheduler/framework/plugins/nodeunschedulable/node_unschedulable.go Filter

    시나리오: 노드가 예약 불가로 표시된 동안 데몬 세트를 생성한다
      먼저 노드 "east-1"과 "east-2"가 있다
      그리고 노드 "east-2"를 예약 불가로 표시한다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"과 "east-2"에서만 Pod를 하나씩 실행한다

    시나리오: 노드를 예약 불가로 표시해도 그 노드의 데몬 세트 Pod는 영향을 받지 않는다
      먼저 노드 "east-1"과 "east-2"가 있다
      그리고 데몬 세트 "log-agent"가 있다
      만일 노드 "east-2"를 예약 불가로 표시하면
      그러면 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 교체되지 않았다
      그리고 "log-agent"의 상태는 다음과 같다:
        | 필요 | 준비됨 | 잘못 배치됨 |
        | 2    | 2      | 0           |

    시나리오: 일반 Pod는 들어갈 수 없다
      먼저 노드 "east-1"이 있다
      그리고 노드 "east-1"을 예약 불가로 표시한다
      만일 Pod "report-job"을 생성하면
      그러면 Pod "report-job"은 Pending 상태다

  Rule: 데몬 세트 Pod가 허용하지 않는 NoSchedule 테인트는 새 Pod를 막지만, 있던 Pod를 내보내지는 않는다
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; recording noschedule-keeps-running-pods

    시나리오: 한 팀 전용으로 정해 둔 노드
      먼저 다음 노드가 있다:
        | 이름   | 테인트             |
        | east-1 |                    |
        | gpu-1  | team=ml:NoSchedule |
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"에서만 Pod를 하나 실행한다
      그리고 "gpu-1"에는 "log-agent"의 Pod가 한 번도 없었다

    시나리오: 데몬 세트 Pod가 실행 중인 노드를 한 팀 전용으로 정한다
      먼저 노드 "east-1"과 "gpu-1"이 있다
      그리고 데몬 세트 "log-agent"가 있다
      만일 노드 "gpu-1"에 테인트 "team=ml:NoSchedule"을 붙이면
      그러면 "east-1"과 "gpu-1"에 있는 "log-agent"의 Pod는 교체되지 않았다

  Rule: 예약 불가 표시에 대한 허용 오차는 모든 데몬 세트 Pod에 추가되는 여섯 개 가운데 하나다
    # Authority: pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations

    시나리오: 일반적인 데몬 세트 Pod
      먼저 노드 "east-1"이 있다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "east-1"에 있는 "log-agent"의 Pod에는 다음 허용 오차만 있다:
        | 키                                 | 효과       |
        | node.kubernetes.io/not-ready       | NoExecute  |
        | node.kubernetes.io/unreachable     | NoExecute  |
        | node.kubernetes.io/disk-pressure   | NoSchedule |
        | node.kubernetes.io/memory-pressure | NoSchedule |
        | node.kubernetes.io/pid-pressure    | NoSchedule |
        | node.kubernetes.io/unschedulable   | NoSchedule |
