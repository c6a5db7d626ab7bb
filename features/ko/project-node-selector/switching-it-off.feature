# language: ko
@D15 @needs-project-node-selector @needs-default-node-selector
기능: 프로젝트의 기본 노드 선택기를 비활성화한다

  클러스터에 기본 노드 선택기가 있을 때 데몬 세트를 모든 노드에서 실행하려면, 프로젝트에서 기본 선택기를 비활성화해야 한다. 주석
  `openshift.io/node-selector`를 빈 문자열로 설정하는 것이다. 문서에 명령이 나와 있다. 문서에 빠진 것은 **클러스터 관리자**여야
  한다는 점이다. 주석은 프로젝트의 *네임스페이스*에 있고, 프로젝트 관리자는 네임스페이스를 변경할 수 없다.

  배경:
    먼저 다음 노드가 있다:
      | 이름   | 라벨        |
      | east-1 | region=east |
      | west-1 | region=west |
    그리고 클러스터 전체의 기본 노드 선택기가 "region=east"이다
    그리고 프로젝트 "myproject"에서 작업한다

  Rule: 클러스터 관리자는 비활성화할 수 있다
    # Authority: openshift/kubernetes openshift-kube-apiserver/admission/scheduler/nodeenv/admission.go admit; documentation: Using daemon sets

    시나리오: 문서에 나온 명령 그대로
      만일 다음 명령을 실행하면:
        """
        oc patch namespace myproject -p \
            '{"metadata": {"annotations": {"openshift.io/node-selector": ""}}}'
        """
      그러면 다음과 같이 출력된다:
        """
        namespace/myproject patched
        """

    시나리오: 비활성화한 뒤에는 데몬 세트가 모든 노드에서 실행된다
      먼저 다음 명령을 실행한다:
        """
        oc patch namespace myproject -p \
            '{"metadata": {"annotations": {"openshift.io/node-selector": ""}}}'
        """
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"과 "west-1"에서만 Pod를 하나씩 실행한다

    시나리오: 비활성화하지 않으면 Pod가 대기한다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"에서 Pod를 하나 실행한다
      하지만 "west-1"에서 실행될 "log-agent"의 Pod는 Pending 상태다

  @needs-impersonation
  Rule: 프로젝트 관리자는 비활성화할 수 없다
    # Authority: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go viewRules, editRules; measured

    시나리오: 명령이 거부된다
      먼저 프로젝트 "myproject"에서 역할이 "admin"인 사용자 "paul"이 있다
      만일 "paul"이 다음 명령을 실행해 보면:
        """
        oc patch namespace myproject -p \
            '{"metadata": {"annotations": {"openshift.io/node-selector": ""}}}'
        """
      그러면 다음 메시지와 함께 거부된다:
        """
        Error from server (Forbidden): namespaces "myproject" is forbidden: User "paul" cannot patch resource "namespaces" in API group "" in the namespace "myproject"
        """
