# language: ko
@D02 @needs-node-control
기능: 새로 추가된 노드는 준비되면 Pod를 받는다

  클러스터는 커지기 마련이다. 노드가 추가되었다고 데몬 세트에 따로 알릴 필요는 없다. 새 노드는 **준비되는** 대로 Pod를 받고,
  원래 있던 노드에는 아무 일도 일어나지 않는다. 준비되기 전까지 노드에는 `node.kubernetes.io/not-ready:NoSchedule` 테인트가 붙어
  있다. API 서버가 모든 새 노드에 붙이고, 노드가 준비되었다고 보고하면 컨트롤 플레인이 제거한다. 데몬 세트 Pod에 자동으로
  추가되는 허용 오차 가운데 이 테인트를 허용하는 것은 없다.

  Rule: 추가된 노드가 적격 노드이면 Pod가 생기고, 다른 노드의 Pod는 그대로 남는다
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

    시나리오: 세 번째 노드가 추가된다
      먼저 노드 "east-1"과 "east-2"가 있다
      그리고 데몬 세트 "log-agent"가 있다
      만일 노드 "east-3"이 추가되면
      그러면 "log-agent"는 "east-1", "east-2", "east-3"에서만 Pod를 하나씩 실행한다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 교체되지 않았다

    시나리오: 한 노드가 제거되는 순간에 다른 노드가 추가된다
      먼저 노드 "east-1"과 "east-2"가 있다
      그리고 데몬 세트 "log-agent"가 있다
      만일 노드 "east-2"가 제거되면
      그리고 곧바로 노드 "east-3"이 추가되면
      그러면 "log-agent"는 "east-1"과 "east-3"에서만 Pod를 하나씩 실행한다

  Rule: 준비되지 않은 노드에는 준비될 때까지 Pod가 생기지 않지만, Pod가 이를 허용하면 예외다
    # Authority: plugin/pkg/admission/nodetaint/admission.go addNotReadyTaint; pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass; pkg/controller/daemon/util/daemonset_util.go AddOrUpdateDaemonPodTolerations; measured

    시나리오: 네트워크가 준비되기 전에 노드가 추가된다
      먼저 노드 "east-1"이 있다
      그리고 데몬 세트 "log-agent"가 있다
      만일 노드 "east-2"가 준비되지 않은 상태로 추가되면
      그러면 "east-2"에는 "log-agent"의 Pod가 한 번도 없었다
      그리고 "log-agent"의 상태는 다음과 같다:
        | 필요 | 현재 | 사용 불가 |
        | 1    | 1    | 0         |

    시나리오: 이 테인트를 허용하는 Pod는 그전에 생긴다
      먼저 허용 오차가 다음과 같은 데몬 세트 "log-agent"가 있다:
        | 키                           | 연산자 | 효과       |
        | node.kubernetes.io/not-ready | Exists | NoSchedule |
      만일 노드 "east-1"이 준비되지 않은 상태로 추가되면
      그러면 "log-agent"의 상태는 다음과 같다:
        | 필요 | 현재 | 준비됨 |
        | 1    | 1    | 0      |

    시나리오: 노드가 준비되면 Pod가 생긴다
      먼저 노드 "east-1"이 있다
      그리고 데몬 세트 "log-agent"가 있다
      그리고 노드 "east-2"가 준비되지 않은 상태로 추가된다
      만일 노드 "east-2"가 준비된 상태가 되면
      그러면 "log-agent"는 "east-1"과 "east-2"에서만 Pod를 하나씩 실행한다
      그리고 "east-1"에 있는 "log-agent"의 Pod는 교체되지 않았다

  Rule: 데몬 세트가 선택하지 않은 노드는 추가되어도 Pod를 받지 않는다
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    시나리오: 노드 두 개가 추가되고, 그중 하나에만 라벨이 있다
      먼저 노드 "east-1"이 있다
      그리고 노드 선택기가 "role=worker"인 데몬 세트 "log-agent"가 있다
      그리고 라벨 "role=infra"가 있는 노드 "infra"가 추가된다
      만일 라벨 "role=worker"가 있는 노드 "east-2"가 추가되면
      그러면 "log-agent"는 "east-2"에서만 Pod를 하나 실행한다
      그리고 "infra"에는 "log-agent"의 Pod가 한 번도 없었다
