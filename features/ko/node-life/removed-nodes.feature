# language: ko
@D03 @needs-node-control
기능: 제거된 노드의 Pod는 정리된다

  머신을 처분하거나 클라우드에 반납하는 일이 있다. 그 머신의 Pod는 이제 종료할 수 없다. 종료해 줄 kubelet이 없기 때문이다. API에는
  Pod *오브젝트*만 남는다. 클러스터는 이것을 가비지 컬렉션을 통해 제거하는데, 시간이 걸린다. 노드가 사라진 뒤에도 1분쯤은 그
  노드의 Pod가 목록에 나온다.

  Rule: 실행 중이던 Pod는 노드가 사라진 뒤에도 1분쯤 목록에 남는다
    # Authority: pkg/controller/podgc/gc_controller.go gcOrphaned; measured: 54 seconds

    @needs-steady-control-plane
    시나리오: 그 Pod만 사라지고, 다른 Pod에는 아무 일도 없다
      먼저 노드 "east-1"과 "east-2"가 있다
      그리고 데몬 세트 "log-agent"가 있다
      만일 노드 "east-2"가 제거되면
      그러면 "east-2"에는 "log-agent"의 Pod가 남아 있지 않다
      그리고 "east-2"에 있던 "log-agent"의 Pod는 노드보다 40~85초 더 남아 있었다
      하지만 "east-1"에 있는 "log-agent"의 Pod는 교체되지 않았다

    @needs-steady-control-plane
    시나리오: 그전까지 데몬 세트는 노드가 사라진 줄도 모른다
      먼저 노드 "east-1"과 "east-2"가 있다
      그리고 데몬 세트 "log-agent"가 있다
      그리고 노드 "east-2"가 방금 제거되었다
      만일 30초가 지나면
      그러면 "log-agent"의 상태는 다음과 같다:
        | 필요 | 현재 | 준비됨 |
        | 2    | 2    | 2      |

  Rule: 노드에 배치되지 못한 Pod는 데몬 세트에 다음 일이 생길 때 사라진다
    # Authority: pkg/controller/daemon/daemon_controller.go getUnscheduledPodsWithoutNode, NewDaemonSetsController; kubernetes#71349; measured

    배경:
      먼저 다음 노드가 있다:
        | 이름  | cpu |
        | large | 16  |
        | small | 2   |
      그리고 다음과 같이 설정한 데몬 세트 "indexer"가 있다:
        | cpu | 4 |

    @I12 @needs-long-waits @needs-steady-control-plane
    시나리오: 다른 일은 일어나지 않는다
      먼저 노드 "small"이 제거된다
      만일 6분이 지나면
      그러면 "small"에 있던 "indexer"의 Pod는 노드보다 270~332초 더 남아 있었다
