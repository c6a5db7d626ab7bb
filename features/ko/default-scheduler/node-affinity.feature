# language: ko
기능: 데몬 세트 Pod는 저마다 자기 노드를 요구한다

  *어느* 노드에 Pod를 둘지는 데몬 세트 컨트롤러가 결정하고, Pod를 그 노드에 배치하는 것은 기본 스케줄러다. Pod가 정해진 노드에
  배치되도록 컨트롤러는 Pod에 **노드 유사성**을 추가한다. "이름이 이것인 노드에만"이라는 뜻이다. 사용자가 쓴 템플릿은 변경되지 않는다.

  배경:
    먼저 다음 노드가 있다:
      | 이름   | 라벨                   |
      | east-1 | region=east, disk=ssd  |
      | east-2 | region=east, disk=slow |
      | west-1 | region=west, disk=ssd  |

  @D10
  Rule: 템플릿에서 달리 정하지 않으면 컨트롤러는 노드 이름을 노드 유사성에 적고, 기본 스케줄러가 Pod를 바인딩한다
    # Authority: pkg/controller/daemon/daemon_controller.go syncNodes; pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity; recording affinity-by-field

    시나리오: 새 Pod에는 노드 이름이 지정값이 아니라 노드 유사성으로 들어 있다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "east-1"에 있는 "log-agent"의 Pod는 다음 내용으로 생성되었다:
        """
        spec:
          nodeName: null
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchFields:
                      - {key: metadata.name, operator: In, values: [east-1]}
        """
      그리고 "east-1"에 있는 "log-agent"의 Pod에는 다음 내용이 있다:
        """
        spec:
          nodeName: east-1
        """

    @needs-steady-control-plane
    시나리오: 노드를 지정하는 것은 기본 스케줄러다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"의 이벤트에는 다음 내용이 있다:
        | 유형   | 이유      | 출처              | 메시지                                           |
        | Normal | Scheduled | default-scheduler | Successfully assigned demo/log-agent-… to east-1 |
        | Normal | Scheduled | default-scheduler | Successfully assigned demo/log-agent-… to west-1 |

    시나리오: 템플릿에 노드 이름이 있으면 스케줄러가 할 일이 없다
      만일 데몬 세트 "log-agent"를 다음 Pod 사양으로 생성하면:
        """
        nodeName: east-2
        """
      그러면 "log-agent"는 "east-2"에서만 Pod를 하나 실행한다
      그리고 "log-agent"의 Pod는 모두 생성될 때부터 노드가 정해져 있었다

  @D11
  Rule: 템플릿의 필수 노드 유사성은 Pod에서 교체된다
    # Authority: pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    시나리오: Pod는 자기 노드만 요구하지만, 원래 조건이 어느 노드에 Pod를 둘지 결정한다
      만일 데몬 세트 "log-agent"를 다음 Pod 사양으로 생성하면:
        """
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchExpressions:
                    - {key: region, operator: In, values: [east]}
        """
      그러면 "east-1"에 있는 "log-agent"의 Pod에는 다음 내용이 있다:
        """
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions: null
                    matchFields:
                      - {key: metadata.name, operator: In, values: [east-1]}
        """
      그리고 "log-agent"는 "east-1"과 "east-2"에서만 Pod를 하나씩 실행한다
      그리고 "west-1"에는 "log-agent"의 Pod가 한 번도 없었다

  @D11
  Rule: 템플릿의 선호 노드 유사성은 Pod에 그대로 남는다
    # Authority: pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity

    시나리오: 선호 조건은 노드 이름 옆에 남고, 어느 노드도 제외하지 않는다
      만일 데몬 세트 "log-agent"를 다음 Pod 사양으로 생성하면:
        """
        affinity:
          nodeAffinity:
            preferredDuringSchedulingIgnoredDuringExecution:
              - weight: 10
                preference:
                  matchExpressions:
                    - {key: disk, operator: In, values: [ssd]}
        """
      그러면 "east-2"에 있는 "log-agent"의 Pod에는 다음 내용이 있다:
        """
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchFields:
                      - {key: metadata.name, operator: In, values: [east-2]}
              preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 10
                  preference:
                    matchExpressions:
                      - {key: disk, operator: In, values: [ssd]}
        """
      그리고 "log-agent"는 "east-1", "east-2", "west-1"에서만 Pod를 하나씩 실행한다

  @D12
  Rule: 컨트롤러는 데몬 세트의 템플릿을 건드리지 않는다
    # Authority: pkg/controller/daemon/util/daemonset_util.go CreatePodTemplate

    시나리오: Pod에는 템플릿에 없는 내용이 추가된다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"의 템플릿은 한 번도 변경되지 않았다
      그리고 데몬 세트 "log-agent"에는 다음 내용이 있다:
        """
        metadata: {generation: 1}
        spec:
          template:
            spec:
              affinity: null
              tolerations: null
              nodeName: null
        """
