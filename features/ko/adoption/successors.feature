# language: ko
@D20
기능: 새 데몬 세트는 이전 데몬 세트의 Pod를 넘겨받는다

  데몬 세트를 삭제하고, 라벨 선택기는 같지만 템플릿이 다른 데몬 세트를 새로 생성한다. 문서에서는 새 데몬 세트가 남아 있는 Pod를 자기
  것으로 인식하여 업데이트하지도 새로 생성하지도 않는다고 한다. 그러려면 Pod가 **남아** 있어야 한다. 즉 이전 데몬 세트를
  `--cascade=orphan`으로 삭제해야 한다. 이야기는 여기서 끝나지 않는다. RollingUpdate는 넘겨받은 Pod의 템플릿이 같거나 **세대 번호**가 같으면
  그대로 둔다. 세대 번호는 Pod를 만들 때 데몬 세트가 몇 번째 템플릿을 쓰고 있었는지를 나타낸다. 그래서 자기 프로그램은 어디에서도
  실행되지 않는데 상태는 모두 정상으로 나오는 데몬 세트가 생길 수 있다.

  배경:
    먼저 노드 "east-1"과 "east-2"가 있다

  Rule: OnDelete에서는 남겨진 Pod를 교체하지 않고 넘겨받는다
    # Authority: pkg/controller/controller_ref_manager.go ClaimObject; recording recreate-ondelete-adopts; recording recreate-after-update-ondelete

    배경:
      먼저 다음과 같이 설정한 데몬 세트 "log-agent"가 있다:
        | 업데이트 전략 | OnDelete |
      그리고 데몬 세트 "log-agent"를 "--cascade=orphan"으로 삭제한다

    시나리오: 새 데몬 세트는 이전 Pod를 버전까지 그대로 유지한다
      만일 데몬 세트 "log-agent"를 다음과 같이 설정하여 생성하면:
        | 버전          | v2       |
        | 업데이트 전략 | OnDelete |
      그러면 "log-agent"는 "east-1"과 "east-2"에서만 Pod를 하나씩 실행한다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 교체되지 않았다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 버전 "v1"을 실행한다

  Rule: --cascade=orphan으로 삭제하지 않으면 넘겨받을 것이 없다
    # Authority: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem

    시나리오: Pod가 이전 데몬 세트와 함께 사라졌으므로 새로 생성된다
      먼저 데몬 세트 "log-agent"가 있다
      그리고 데몬 세트 "log-agent"를 삭제한다
      만일 데몬 세트 "log-agent"를 다음과 같이 설정하여 생성하면:
        | 버전 | v2 |
      그러면 "log-agent"는 "east-1"과 "east-2"에서만 Pod를 하나씩 실행한다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 버전 "v2"를 실행한다

  Rule: RollingUpdate는 넘겨받은 Pod의 세대 번호가 자기 템플릿과 같으면 자기가 만든 것으로 여긴다
    # Authority: pkg/controller/daemon/util/daemonset_util.go IsPodUpdated; pkg/registry/apps/daemonset/strategy.go PrepareForCreate; recording recreate-same-template; measured

    시나리오: 새 버전이 어느 노드에도 적용되지 않는다
      먼저 데몬 세트 "log-agent"가 있다
      그리고 데몬 세트 "log-agent"를 "--cascade=orphan"으로 삭제한다
      만일 데몬 세트 "log-agent"를 다음과 같이 설정하여 생성하면:
        | 버전          | v2            |
        | 업데이트 전략 | RollingUpdate |
      그러면 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 교체되지 않았다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 버전 "v1"을 실행한다

    시나리오: 그런데도 상태는 모두 최신이라고 한다
      먼저 데몬 세트 "log-agent"가 있다
      그리고 데몬 세트 "log-agent"를 "--cascade=orphan"으로 삭제한다
      만일 데몬 세트 "log-agent"를 다음과 같이 설정하여 생성하면:
        | 버전 | v2 |
      그러면 "log-agent"의 상태는 다음과 같다:
        | 필요 | 최신 | 사용 가능 |
        | 2    | 2    | 2         |
      하지만 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 버전 "v1"을 실행한다

  Rule: 세대 번호도 템플릿도 다르면 업데이트 전략에 달려 있다
    # Authority: pkg/controller/daemon/util/daemonset_util.go IsPodUpdated; pkg/controller/daemon/daemon_controller.go updateDaemonSet

    배경:
      먼저 데몬 세트 "log-agent"가 있다
      그리고 데몬 세트 "log-agent"를 버전 "v2"로 업데이트한다
      그리고 데몬 세트 "log-agent"를 "--cascade=orphan"으로 삭제한다

    시나리오: RollingUpdate는 넘겨받은 Pod를 하나씩 교체한다
      만일 데몬 세트 "log-agent"를 다음과 같이 설정하여 생성하면:
        | 버전          | v3            |
        | 업데이트 전략 | RollingUpdate |
      그러면 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 교체되었다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 버전 "v3"을 실행한다
      그리고 동시에 사용할 수 없었던 "log-agent"의 Pod는 1개를 넘지 않았다

    시나리오: OnDelete는 그대로 둔다
      만일 데몬 세트 "log-agent"를 다음과 같이 설정하여 생성하면:
        | 버전          | v3       |
        | 업데이트 전략 | OnDelete |
      그러면 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 교체되지 않았다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 버전 "v2"를 실행한다
      그리고 "log-agent"의 상태는 다음과 같다:
        | 필요 | 최신 |
        | 2    | 0    |
