# language: ko
@D05 @I26 @needs-security-context-constraints
기능: OpenShift에서 데몬 세트의 대표적인 용도

  모든 노드에서 스토리지를 제공하고 로그를 수집하고 모니터링하는 일에는 보통 프로그램에 없는 권한이 필요하다. 머신의 경로를
  읽거나, 머신의 네트워크를 함께 쓰거나, 특권을 가져야 한다. OpenShift는 기본적으로 누구에게도 이런 권한을 주지 않는다. 모든 Pod는
  **보안 컨텍스트 제약 조건**에 따라 검사를 받는다. 클러스터 관리자가 서비스 계정에 알맞은 제약 조건의 사용 권한을 주기 전까지
  세 가지 용도의 Pod는 모두 거부된다. 그래도 데몬 세트 자체는 생성된다.

  배경:
    먼저 노드 "east-1"과 "east-2"가 있다
    그리고 노드 "east-1"에 라벨 "storage=local"을 붙인다
    그리고 OpenShift의 보안 컨텍스트 제약 조건이 적용된다

  Rule: 어느 클러스터에나 있는 권한만으로는 세 가지 용도의 Pod가 모두 거부된다
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/admission.go computeSecurityContext; measured

    시나리오: 로그 수집기는 노드의 디렉터리를 볼 수 없다
      만일 "oc apply -f features/manifests/log-shipper.yaml" 명령을 실행하면
      그러면 "log-shipper"의 Pod는 한 번도 생성되지 않았다
      그리고 "log-shipper"의 이벤트에는 다음 내용이 있다:
        | 유형    | 이유         | 메시지                                                                                                                                                                                 |
        | Warning | FailedCreate | Error creating: pods "log-shipper-" is forbidden: unable to validate against any security context constraint: […provider restricted-v2: …hostPath volumes are not allowed to be used…] |

    시나리오: 데몬 세트는 생성되지만, Pod가 없다고 나온다
      먼저 "oc apply -f features/manifests/log-shipper.yaml" 명령을 실행한다
      만일 "oc get daemonset log-shipper -n logging" 명령을 실행하면
      그러면 다음과 같이 출력된다:
        """
        NAME          DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
        log-shipper   2         0         0       0            0           <none>          …
        """

  Rule: 서비스 계정이 알맞은 제약 조건을 사용할 수 있게 되면 Pod가 실행된다
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/scc_authz_check.go allowedForType; openshift/oc pkg/cli/admin/policy/modify_scc.go AddSCC; measured

    @needs-long-waits
    시나리오 개요: 제약 조건 "privileged"를 쓰는 "<set>"
      먼저 "oc apply -f features/manifests/<set>.yaml" 명령을 실행한다
      만일 "oc adm policy add-scc-to-user privileged -z <account> -n <project>" 명령을 실행하면
      그러면 다음과 같이 출력된다:
        """
        clusterrole.rbac.authorization.k8s.io/system:openshift:scc:privileged added: "<account>"
        """
      그리고 "<set>"는 "east-1"에서 Pod를 하나 실행한다

      예:
        | set            | account             | project    |
        | log-shipper    | log-shipper         | logging    |
        | node-metrics   | node-metrics        | monitoring |
        | local-disk-csi | local-disk-csi-node | storage    |
