# language: ko
@D09
기능: 중요한 데몬 세트 Pod는 자리를 만든다

  노드가 가득 차면 누군가는 들어가지 못한다. 그래서 Pod에는 *우선순위*가 있고, 더 중요한 Pod는 덜 중요한 Pod를 밀어낼 수 있다. 데몬
  세트 컨트롤러가 Pod를 직접 바인딩하던 때에는 우선순위를 전혀 보지 않았다. 지금은 기본 스케줄러가 결정하고, 우선순위를 고려한다.

  배경:
    먼저 다음 노드가 있다:
      | 이름   | cpu |
      | east-1 | 2   |
    그리고 값이 1000인 우선순위 클래스 "urgent"가 있다

  @needs-legacy-scheduling
  Rule: 예전에는 우선순위가 데몬 세트 Pod에 도움이 되지 않았다
    # Authority: kubernetes 1.11 pkg/controller/daemon/daemon_controller.go nodeShouldRunDaemonPod

    시나리오: 중요하지 않은 Pod가 노드를 차지하고, 중요한 데몬 세트 Pod는 생기지 않는다
      먼저 데몬 세트 컨트롤러가 Pod를 직접 바인딩하는 예전 클러스터를 사용한다
      그리고 다음과 같이 설정한 Pod "report-job"이 있다:
        | cpu | 2 |
      만일 데몬 세트 "log-agent"를 다음과 같이 설정하여 생성하면:
        | cpu             | 1      |
        | 우선순위 클래스 | urgent |
      그러면 Pod "report-job"은 여전히 "east-1"에서 실행된다
      그리고 "log-agent"의 상태는 다음과 같다:
        | 필요 | 현재 | 준비됨 |
        | 1    | 0    | 0      |

  @I15
  Rule: 지금은 데몬 세트 Pod가 자리를 얻기 위해 우선순위가 낮은 Pod를 밀어낼 수 있다
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go SelectVictimsOnNode; recording higher-priority-preempts

    시나리오: 덜 중요한 Pod가 사라진다
      먼저 다음과 같이 설정한 Pod "report-job"이 있다:
        | cpu | 2 |
      만일 데몬 세트 "log-agent"를 다음과 같이 설정하여 생성하면:
        | cpu             | 1      |
        | 우선순위 클래스 | urgent |
      그러면 "log-agent"는 "east-1"에서 Pod를 하나 실행한다
      그리고 Pod "report-job"은 이제 없다

  @I15
  Rule: 우선순위가 같으면 데몬 세트 Pod가 기다린다
    # Authority: pkg/scheduler/framework/plugins/defaultpreemption/default_preemption.go isPreemptionAllowed; kubernetes#140984

    시나리오: 노드가 우선순위가 같은 Pod로 가득 차 있다
      먼저 다음과 같이 설정한 Pod "report-job"이 있다:
        | cpu | 2 |
      만일 데몬 세트 "log-agent"를 다음과 같이 설정하여 생성하면:
        | cpu | 1 |
      그러면 "east-1"에서 실행될 "log-agent"의 Pod는 Pending 상태다
      그리고 Pod "report-job"은 여전히 "east-1"에서 실행된다
