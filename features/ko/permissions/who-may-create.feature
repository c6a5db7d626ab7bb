# language: ko
@D06 @needs-impersonation
기능: 누가 데몬 세트를 생성할 수 있는가

  데몬 세트를 생성하면 프로그램 하나가 한꺼번에 여러 노드에 배포된다. 그래서 아무나 생성할 수는 없다. 클러스터 관리자는 생성할 수
  있고, 프로젝트 관리자도 자기 프로젝트 안에서 생성할 수 있다. 프로젝트를 편집할 수 있는 사용자도 마찬가지다. 보기 권한만 있는
  사용자는 따로 역할을 받지 않는 한 생성할 수 없다. 데몬 세트의 *Pod*가 무엇을 할 수 있는지는 다른 문제이며, Pod를 생성할 때
  따진다.

  배경:
    먼저 노드 "east-1"이 있다
    그리고 프로젝트 "shop"에서 작업한다

  Rule: 클러스터 관리자와 프로젝트 관리자, 그리고 프로젝트를 편집할 수 있는 사용자는 생성할 수 있다
    # Authority: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go editRules, clusterRoles; measured

    시나리오: 클러스터 관리자
      먼저 클러스터 관리자 "clara"가 있다
      만일 "clara"가 데몬 세트 "log-agent"를 생성하려고 하면
      그러면 "log-agent"는 "east-1"에서 Pod를 하나 실행한다

    시나리오 개요: 프로젝트에서 역할이 "<role>"인 사용자
      먼저 프로젝트 "shop"에서 역할이 "<role>"인 사용자 "paul"이 있다
      만일 "paul"이 데몬 세트 "log-agent"를 생성하려고 하면
      그러면 "log-agent"는 "east-1"에서 Pod를 하나 실행한다

      예:
        | role  |
        | admin |
        | edit  |

  Rule: 그런 역할이 없는 사용자는 생성할 수 없다
    # Authority: plugin/pkg/auth/authorizer/rbac/rbac.go Authorize; measured

    시나리오: 보기만 할 수 있는 사용자
      먼저 프로젝트 "shop"에서 역할이 "view"인 사용자 "vera"가 있다
      만일 "vera"가 데몬 세트 "log-agent"를 생성하려고 하면
      그러면 다음 메시지와 함께 거부된다:
        """
        daemonsets.apps is forbidden: User "vera" cannot create resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      그리고 데몬 세트 "log-agent"는 없다
      그리고 "log-agent"의 Pod는 한 번도 생성되지 않았다

    시나리오: 역할이 없는 사용자
      먼저 역할이 없는 사용자 "otto"가 있다
      만일 "otto"가 데몬 세트 "log-agent"를 생성하려고 하면
      그러면 다음 메시지와 함께 거부된다:
        """
        daemonsets.apps is forbidden: User "otto" cannot create resource "daemonsets" in API group "apps" in the namespace "shop"
        """
      그리고 데몬 세트 "log-agent"는 없다
