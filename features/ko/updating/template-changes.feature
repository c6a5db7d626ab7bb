# language: ko
@D19
기능: 데몬 세트의 Pod 템플릿을 변경한다

  에이전트의 새 버전이 나와서 누군가 데몬 세트의 이미지를 바꾼다. 문서에서는 이미 실행 중인 Pod가 영향을 받지 않는다고 한다. 이것은
  `updateStrategy` 필드에 달려 있다. **OnDelete**에서는 맞는 말이다. **RollingUpdate**에서는 노드를 하나씩 돌아가며 Pod가 교체된다. 문서의
  매니페스트처럼 아무것도 적지 않으면 RollingUpdate가 된다.

  배경:
    먼저 노드 "east-1", "east-2", "west-1"이 있다

  Rule: OnDelete에서는 실행 중인 Pod가 그대로 남는다
    # Authority: pkg/controller/daemon/daemon_controller.go updateDaemonSet

    배경:
      먼저 다음과 같이 설정한 데몬 세트 "log-agent"가 있다:
        | 업데이트 전략 | OnDelete |

    시나리오: 새 버전으로 업데이트해도 바뀌는 것이 없다
      만일 데몬 세트 "log-agent"를 버전 "v2"로 업데이트하면
      그러면 "east-1", "east-2", "west-1"에 있는 "log-agent"의 Pod는 교체되지 않았다
      그리고 "east-1", "east-2", "west-1"에 있는 "log-agent"의 Pod는 버전 "v1"을 실행한다

  Rule: RollingUpdate에서는 달리 설정하지 않으면 한 번에 한 노드씩 Pod가 교체된다
    # Authority: pkg/controller/daemon/update.go rollingUpdate

    배경:
      먼저 다음과 같이 설정한 데몬 세트 "log-agent"가 있다:
        | 업데이트 전략 | RollingUpdate |

    시나리오: 새 버전이 모든 노드에 적용된다
      만일 데몬 세트 "log-agent"를 버전 "v2"로 업데이트하면
      그러면 "east-1", "east-2", "west-1"에 있는 "log-agent"의 Pod는 교체되었다
      그리고 "east-1", "east-2", "west-1"에 있는 "log-agent"의 Pod는 버전 "v2"를 실행한다

    시나리오: 그동안 Pod가 없는 노드는 많아야 하나다
      만일 데몬 세트 "log-agent"를 버전 "v2"로 업데이트하면
      그러면 동시에 사용할 수 없었던 "log-agent"의 Pod는 1개를 넘지 않았다
      그리고 "log-agent"는 "east-1", "east-2", "west-1"에서만 Pod를 하나씩 실행한다

    @needs-container-control
    시나리오: 시작되지 않는 버전은 첫 번째 노드에서 교체가 멈춘다
      먼저 "log-agent"의 버전 "v2" 이미지는 가져올 수 없다
      만일 데몬 세트 "log-agent"를 버전 "v2"로 업데이트하면
      그러면 동시에 사용할 수 없었던 "log-agent"의 Pod는 1개를 넘지 않았다
      그리고 "log-agent"의 상태는 다음과 같다:
        | 필요 | 최신 | 사용 가능 | 사용 불가 |
        | 3    | 1    | 2         | 1         |

  Rule: 매니페스트에 전략을 적지 않으면 RollingUpdate다
    # Authority: pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet; recording default-strategy-template-update

    시나리오: API 서버가 기본값을 채운다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 데몬 세트 "log-agent"에는 다음 내용이 있다:
        """
        spec:
          updateStrategy:
            type: RollingUpdate
            rollingUpdate:
              maxUnavailable: 1
              maxSurge: 0
        """

    시나리오: 그래서 변경한 템플릿은 실행 중인 Pod에 적용된다
      먼저 데몬 세트 "log-agent"가 있다
      만일 데몬 세트 "log-agent"를 버전 "v2"로 업데이트하면
      그러면 "east-1", "east-2", "west-1"에 있는 "log-agent"의 Pod는 교체되었다
      그리고 동시에 사용할 수 없었던 "log-agent"의 Pod는 1개를 넘지 않았다
