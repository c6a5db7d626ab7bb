# language: ko
@D22
기능: 새 템플릿을 직접 노드에 적용한다

  데몬 세트를 업데이트하려면 이전 Pod나 노드를 삭제하여 새 Pod가 생성되게 하라고 문서에는 나와 있다. 업데이트 전략이 **OnDelete**이면
  그렇게 하면 되고, 노드마다 언제 새 버전을 적용할지 직접 정할 수 있다. 예외가 있다. 실패하거나 축출되어 사라진 Pod도
  새 버전으로 다시 생긴다. **RollingUpdate**에서는 삭제할 것이 없다.

  배경:
    먼저 노드 "east-1", "east-2", "west-1"이 있다

  Rule: OnDelete에서는 이전 Pod가 사라지면 노드에 새 버전이 적용된다
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSet, podsShouldBeOnNode

    배경:
      먼저 다음과 같이 설정한 데몬 세트 "log-agent"가 있다:
        | 업데이트 전략 | OnDelete |
      그리고 데몬 세트 "log-agent"를 버전 "v2"로 업데이트한다

    시나리오: Pod 하나를 삭제하면 노드 하나가 업데이트된다
      만일 "east-2"에 있는 "log-agent"의 Pod를 삭제하면
      그러면 "east-2"에 있는 "log-agent"의 Pod는 버전 "v2"를 실행한다
      하지만 "east-1"과 "west-1"에 있는 "log-agent"의 Pod는 버전 "v1"을 실행한다
      그리고 "east-1"과 "west-1"에 있는 "log-agent"의 Pod는 교체되지 않았다

    @needs-node-control
    시나리오: 노드가 제거되고 Pod가 정리된 뒤 다시 추가되면 새 버전을 실행한다
      먼저 노드 "west-1"이 제거된다
      만일 노드 "west-1"이 추가되면
      그러면 "west-1"에 있는 "log-agent"의 Pod는 버전 "v2"를 실행한다
      하지만 "east-1"과 "east-2"에 있는 "log-agent"의 Pod는 버전 "v1"을 실행한다

    @needs-node-control
    시나리오: 노드가 제거되고 30초 안에 다시 추가되면 이전 Pod가 남는다
      먼저 노드 "west-1"이 방금 제거되었다
      그리고 20초가 지난다
      만일 노드 "west-1"이 추가되면
      그러면 "west-1"에 있는 "log-agent"의 Pod는 버전 "v1"을 실행한다
      그리고 "west-1"에 있는 "log-agent"의 Pod는 교체되지 않았다

  Rule: RollingUpdate에서는 아무것도 삭제할 필요가 없다
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    시나리오: 손대지 않아도 모든 노드에서 새 버전이 실행된다
      먼저 데몬 세트 "log-agent"가 있다
      만일 데몬 세트 "log-agent"를 버전 "v2"로 업데이트하면
      그러면 "east-1", "east-2", "west-1"에 있는 "log-agent"의 Pod는 버전 "v2"를 실행한다
