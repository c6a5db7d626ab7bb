# language: ko
@D05
기능: 데몬 세트의 쓰임새: 로그, 모니터링, 스토리지

  대표적인 세 가지 용도를, 일반 Kubernetes에서 실제로 배포하는 것과 같은 매니페스트로 보여 준다. 서비스 계정과 권한, 구성까지
  모두 들어 있다. 파일은 `features/manifests/`에 있으니 복사해서 고쳐 쓰면 된다. OpenShift에서는 셋 다 이대로 시작되지 않는다.
  이런 Pod에는 호스트의 경로와 네트워크, 특권이 필요하기 때문이다. 먼저 클러스터 관리자가 서비스 계정에 이를 허용하는
  *보안 컨텍스트 제약 조건*의 사용 권한을 주어야 한다.

  배경:
    먼저 다음 노드가 있다:
      | 이름      | 라벨                                   | 테인트                                           |
      | control-1 | node-role.kubernetes.io/control-plane= | node-role.kubernetes.io/control-plane:NoSchedule |
      | east-1    | storage=local                          |                                                  |
      | east-2    | storage=none                           |                                                  |

  Rule: 로그 수집기는 일반 작업을 받는 모든 노드에서 실행된다
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; documentation: DaemonSet

    시나리오: 파일에 있는 것이 모두 생성되고, 작업자 노드가 로그를 보낸다
      만일 "oc apply -f features/manifests/log-shipper.yaml" 명령을 실행하면
      그러면 다음과 같이 출력된다:
        """
        namespace/logging created
        serviceaccount/log-shipper created
        clusterrole.rbac.authorization.k8s.io/log-shipper created
        clusterrolebinding.rbac.authorization.k8s.io/log-shipper created
        configmap/log-shipper created
        daemonset.apps/log-shipper created
        """
      그리고 "log-shipper"는 "east-1"과 "east-2"에서만 Pod를 하나씩 실행한다
      그리고 "control-1"에는 "log-shipper"의 Pod가 한 번도 없었다

  Rule: 모든 테인트를 허용하는 모니터링 에이전트는 컨트롤 플레인 전용 노드까지 모든 노드에서 실행된다
    # Authority: staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint; documentation: DaemonSet

    시나리오: 모든 노드에서 실행되며, 머신 자체를 들여다본다
      만일 "oc apply -f features/manifests/node-metrics.yaml" 명령을 실행하면
      그러면 "node-metrics"는 "control-1", "east-1", "east-2"에서만 Pod를 하나씩 실행한다
      그리고 "control-1"에 있는 "node-metrics"의 Pod에는 다음 내용이 있다:
        """
        spec:
          hostNetwork: true
          hostPID: true
        """

  Rule: 스토리지 플러그인은 연결할 스토리지가 있는 노드에서 실행된다
    # Authority: pkg/controller/daemon/daemon_controller.go predicates; documentation: DaemonSet

    시나리오: 특권이 있는 플러그인 옆에서 등록 프로그램이 함께 실행된다
      만일 "oc create -f features/manifests/local-disk-csi.yaml" 명령을 실행하면
      그러면 "local-disk-csi"는 "east-1"에서만 Pod를 하나 실행한다
      그리고 "east-1"에 있는 "local-disk-csi"의 Pod에는 다음 내용이 있다:
        """
        spec:
          priorityClassName: system-node-critical
          containers:
            - name: driver
              securityContext: {privileged: true}
            - name: node-driver-registrar
            - name: liveness-probe
        """
