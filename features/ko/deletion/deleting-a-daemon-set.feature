# language: ko
@D04
기능: 데몬 세트를 삭제한다

  데몬 세트를 삭제하면 데몬 세트가 생성했거나 넘겨받은 Pod도 제거된다. 이것이 기본 동작이고, 문서에 적힌 대로다. 문서에 나오지 않는
  방법이 하나 있다. `--cascade=orphan`으로 삭제하면 데몬 세트만 사라지고 Pod는 **남는다**.

  배경:
    먼저 노드 "east-1"과 "east-2"가 있다
    그리고 데몬 세트 "log-agent"가 있다
    그리고 데몬 세트 "node-metrics"가 있다

  Rule: Pod는 데몬 세트와 함께 사라진다
    # Authority: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem; pkg/registry/apps/daemonset/strategy.go DefaultGarbageCollectionPolicy

    시나리오: 아무 옵션 없이 삭제한다
      만일 데몬 세트 "log-agent"를 삭제하면
      그러면 데몬 세트 "log-agent"는 없다
      그리고 "log-agent"의 Pod는 남아 있지 않다
      그리고 "log-agent"의 Pod는 그 뒤로 새로 생성되지 않았다
      하지만 "east-1"과 "east-2"에 있는 "node-metrics"의 Pod는 교체되지 않았다

    시나리오 개요: <cascade>로 삭제해도 Pod까지 제거된다
      만일 데몬 세트 "log-agent"를 "<cascade>"로 삭제하면
      그러면 데몬 세트 "log-agent"는 없다
      그리고 "log-agent"의 Pod는 남아 있지 않다

      예:
        | cascade              |
        | --cascade=background |
        | --cascade=foreground |

  Rule: --cascade=orphan으로 삭제하면 Pod는 소유자 없이 남는다
    # Authority: pkg/controller/garbagecollector/garbagecollector.go orphanDependents

    시나리오: Pod는 소유자 없이 계속 실행된다
      만일 데몬 세트 "log-agent"를 "--cascade=orphan"으로 삭제하면
      그러면 데몬 세트 "log-agent"는 없다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 교체되지 않았다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod에는 소유자가 없다

    @needs-node-control
    시나리오: 추가된 노드에는 더 이상 Pod가 생기지 않는다
      먼저 데몬 세트 "log-agent"를 "--cascade=orphan"으로 삭제한다
      만일 노드 "east-3"이 추가되면
      그러면 "east-3"에는 "log-agent"의 Pod가 한 번도 없었다
      그리고 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 교체되지 않았다
      하지만 "node-metrics"는 "east-1", "east-2", "east-3"에서 Pod를 하나씩 실행한다
