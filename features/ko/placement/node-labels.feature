# language: ko
@D21
기능: 노드 라벨은 데몬 세트 Pod가 실행될 노드를 결정한다

  데몬 세트는 특정 라벨이 있는 노드에서만 실행되도록 제한할 수 있다. 라벨은 데몬 세트를 생성할 때만이 아니라 **항상** 확인한다. 노드에
  라벨을 붙이면 Pod가 생기고, 라벨을 제거하면 Pod가 삭제된다. 많은 사람이 두 번째 경우에 놀란다. 일반 Pod에서 노드 라벨은 예약할 때만 의미가
  있고, 그 뒤로는 노드의 kubelet이 다시 시작될 때까지 의미가 없기 때문이다. 속도에 놀랄 수도 있다. 여러 노드의 라벨을 한꺼번에 바꾸면
  업데이트 설정과 상관없이 Pod가 한 번에 250개까지 사라진다.

  배경:
    먼저 다음 노드가 있다:
      | 이름   | 라벨        |
      | east-1 | role=worker |
      | east-2 | role=worker |
      | infra  |             |
    그리고 노드 선택기가 "role=worker"인 데몬 세트 "log-agent"가 있다

  Rule: 라벨이 붙은 노드에는 달리 막는 것이 없는 한 Pod가 생기고, 다른 노드의 Pod는 그대로 남는다
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate

    시나리오: 세 번째 노드에 라벨을 붙인다
      만일 노드 "infra"에 라벨 "role=worker"를 붙이면
      그러면 "log-agent"는 "east-1", "east-2", "infra"에서만 Pod를 하나씩 실행한다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 교체되지 않았다

    @K02
    시나리오: 테인트가 있으면 라벨을 붙여도 소용이 없다
      먼저 노드 "infra"에 테인트 "maintenance:NoSchedule"을 붙인다
      만일 노드 "infra"에 라벨 "role=worker"를 붙이면
      그러면 "infra"에는 "log-agent"의 Pod가 한 번도 없었다

  Rule: 라벨이 사라진 노드에서는 실행 중인 Pod도 사라진다
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode

    @I09
    시나리오: 노드를 다른 작업에 쓰려고 라벨을 바꾼다
      만일 노드 "east-2"에 라벨 "role=db"를 붙이면
      그러면 "log-agent"는 "east-1"에서만 Pod를 하나 실행한다
      그리고 "east-2"에는 "log-agent"의 Pod가 남아 있지 않다
      그리고 "east-1"에 있는 "log-agent"의 Pod는 교체되지 않았다

    @I09
    시나리오: 일반 Pod는 제자리에 남는다
      먼저 라벨 "role=worker"를 요구하는 Pod "report-job"이 "east-2"에서 실행 중이다
      만일 노드 "east-2"에서 라벨 "role"을 제거하면
      그러면 "east-2"에는 "log-agent"의 Pod가 남아 있지 않다
      하지만 Pod "report-job"은 여전히 "east-2"에서 실행된다

  Rule: 노드를 기다리던 Pod는 노드에서 라벨이 사라져도 데몬 세트가 깨어날 때까지 남는다
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodeUpdate; pkg/controller/controller_utils.go AddPodNodeNameIndexer

    배경:
      먼저 다음 노드가 있다:
        | 이름  | 라벨      | cpu |
        | old-1 | disk=fast | 2   |
        | new-1 | disk=fast | 8   |
      그리고 Pod 사양이 다음과 같은 데몬 세트 "indexer"가 있다:
        """
        nodeSelector: {disk: fast}
        containers:
          - {name: indexer, image: "example.test/indexer:v1", resources: {requests: {cpu: "4"}}}
        """
      그리고 노드 "old-1"에서 라벨 "disk"를 제거한다

    @needs-long-waits @needs-steady-control-plane
    시나리오: 2분이 지나도 그대로 있다
      만일 2분이 지나면
      그러면 "old-1"에서 실행될 "indexer"의 Pod는 Pending 상태다
      그리고 "indexer"의 상태는 다음과 같다:
        | 필요 | 현재 |
        | 2    | 2    |
