# language: ko
@needs-security-context-constraints
기능: 누가 제약 조건을 쓰고, 누가 그 권한을 주는가

  제약 조건을 쓰려면 *권한*이 있어야 한다. 관련된 누군가에게 `use`를 허용하는 역할이 있거나, 제약 조건에 이름이 적혀 있어야 한다.
  관련된 누군가란 Pod의 서비스 계정과 Pod를 생성하는 사용자를 말한다. 데몬 세트의 Pod를 생성하는 것은 데몬 세트 컨트롤러이고, 컨트롤러에는
  특별한 권한이 없다. 데몬 세트의 소유자가 무엇을 할 수 있는지는 상관없다.

  배경:
    먼저 노드 "east-1"이 있다
    그리고 OpenShift의 보안 컨텍스트 제약 조건이 적용된다
    그리고 프로젝트 "shop"에서 작업한다
    그리고 "oc create serviceaccount agent" 명령을 실행한다
    그리고 내용이 다음과 같은 파일 "logs.yaml"이 있다:
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: log-agent}
      spec:
        selector: {matchLabels: {app: log-agent}}
        template:
          metadata: {labels: {app: log-agent}}
          spec:
            serviceAccountName: agent
            containers: [{name: main, image: "example.test/log-agent:v1"}]
            volumes: [{name: logs, hostPath: {path: /var/log}}]
      """

  @D06 @needs-impersonation
  Rule: 프로젝트 관리자는 데몬 세트를 생성할 수 있지만, Pod에 필요한 권한은 줄 수 없다
    # Authority: pkg/registry/rbac/validation/rule.go ConfirmNoEscalation; measured

    배경:
      먼저 프로젝트 "shop"에서 역할이 "admin"인 사용자 "paul"이 있다

    시나리오: 데몬 세트는 생성되고, Pod는 거부된다
      만일 "paul"이 "oc create -f logs.yaml" 명령을 실행하면
      그러면 다음과 같이 출력된다:
        """
        daemonset.apps/log-agent created
        """
      하지만 "log-agent"의 Pod는 한 번도 생성되지 않았다

    시나리오: 제약 조건의 사용 권한을 주려고 하면 거부된다
      만일 "paul"이 "oc create rolebinding agents --clusterrole=system:openshift:scc:privileged --serviceaccount=shop:agent" 명령을 실행해 보면
      그러면 다음 메시지와 함께 거부된다:
        """
        error: failed to create rolebinding: rolebindings.rbac.authorization.k8s.io "agents" is forbidden: user "paul" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:
        {APIGroups:["security.openshift.io"], Resources:["securitycontextconstraints"], ResourceNames:["privileged"], Verbs:["use"]}
        """
