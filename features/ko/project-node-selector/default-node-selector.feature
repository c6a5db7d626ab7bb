# language: ko
@D07 @I01
기능: 데몬 세트와 프로젝트의 기본 노드 선택기

  OpenShift의 프로젝트에는 *기본 노드 선택기*를 설정할 수 있고, 이 선택기는 프로젝트에 생성되는 모든 Pod에 병합된다. 문서에서는
  데몬 세트가 이 선택기와 호환되지 않는다고 경고한다. 선택되지 않은 노드에 Pod가 계속 다시 생성되어 클러스터에 불필요한 부하가
  걸린다는 것이다. 예전에는 **그랬다**. 지금은 데몬 세트가 그런 노드에 Pod를 두지 않는다. 클러스터 전체의 기본 선택기를 데몬 세트
  컨트롤러가 모르는 경우에는 Pod가 그 노드를 기다리며 남는다. 어느 쪽이든 클러스터에는 부담이 되지 않는다.

  배경:
    먼저 다음 노드가 있다:
      | 이름   | 라벨        |
      | east-1 | region=east |
      | west-1 | region=west |

  @needs-legacy-scheduling @needs-project-node-selector
  Rule: 예전에는 Pod가 계속 다시 생성되었다
    # Authority: kubernetes#51788

    배경:
      먼저 데몬 세트 컨트롤러가 Pod를 직접 바인딩하는 예전 클러스터를 사용한다
      그리고 기본 노드 선택기가 "region=east"인 프로젝트 "shop"에서 작업한다

    @needs-long-waits
    @needs-steady-control-plane
    시나리오: 문서에서 경고하는 끝없는 반복
      먼저 데몬 세트 "log-agent"가 있다
      만일 10분이 지나면
      그러면 "east-1"에 있는 "log-agent"의 Pod는 교체되지 않았다
      하지만 "west-1"에서 "log-agent"의 Pod는 5번 이상 다시 생성되었고, 간격은 점점 길어졌다

    시나리오: 노드가 거부하는 이유를 알려 준다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "west-1"에서 "log-agent"의 Pod는 모두 "NodeAffinity"를 이유로 실패했다
      그리고 "log-agent"의 이벤트에는 다음 내용이 있다:
        | 유형    | 이유            | 메시지                                                        |
        | Warning | FailedDaemonPod | Found failed daemon pod … on node west-1, will try to kill it |

  @needs-project-node-selector
  Rule: 지금은 데몬 세트가 프로젝트에서 선택한 노드를 따른다
    # Authority: openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeShouldRunDaemonPod, nodeSelectorMatches; recording kube-selector-annotation-wins

    시나리오: 프로젝트에 노드 선택기가 있다
      먼저 기본 노드 선택기가 "region=east"인 프로젝트 "shop"에서 작업한다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"에서만 Pod를 하나 실행한다
      그리고 "west-1"에는 "log-agent"의 Pod가 한 번도 없었다
      그리고 "log-agent"의 상태는 다음과 같다:
        | 필요 | 현재 | 사용 불가 |
        | 1    | 1    | 0         |

    @needs-long-waits
    시나리오: 1시간이 지나도 다시 생성된 Pod가 없다
      먼저 기본 노드 선택기가 "region=east"인 프로젝트 "shop"에서 작업한다
      그리고 데몬 세트 "log-agent"가 있다
      만일 1시간이 지나면
      그러면 "east-1"에 있는 "log-agent"의 Pod는 교체되지 않았다
      그리고 "west-1"에는 "log-agent"의 Pod가 한 번도 없었다

  @needs-default-node-selector
  Rule: 클러스터 전체의 기본 선택기가 있으면 남는 Pod는 대기할 뿐, 다시 생성되지 않는다
    # Authority: openshift/kubernetes openshift-kube-apiserver/admission/scheduler/nodeenv/admission.go admit; openshift/kubernetes cmd/kube-controller-manager/app/patch.go applyOpenShiftConfigDefaultProjectSelector

    @needs-long-waits
    시나리오: Pod가 갈 수 없는 노드를 기다린다
      먼저 클러스터 전체의 기본 노드 선택기가 "region=east"이다
      그리고 데몬 세트 "log-agent"가 있다
      만일 1시간이 지나면
      그러면 "log-agent"는 "east-1"에서 Pod를 하나 실행한다
      그리고 "west-1"에서 실행될 "log-agent"의 Pod는 Pending 상태다
      그리고 "west-1"에서 실행될 "log-agent"의 Pod는 교체되지 않았다

    @needs-project-node-selector
    시나리오: 프로젝트에 빈 선택기를 설정하면 기본 선택기가 비활성화된다
      먼저 클러스터 전체의 기본 노드 선택기가 "region=east"이다
      그리고 기본 노드 선택기가 ""인 프로젝트 "shop"에서 작업한다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"과 "west-1"에서만 Pod를 하나씩 실행한다
