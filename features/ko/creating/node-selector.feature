# language: ko
@D16
기능: 노드 선택기는 어느 노드에 Pod를 둘지 결정한다

  Pod 템플릿의 `nodeSelector`에는 라벨과 값을 적는다. 노드에 이 라벨이 **모두** 그대로 있어야 Pod가 생긴다. 문서의 예제는
  `role: worker`를 요구한다. OpenShift가 작업자 노드에 붙이는 라벨은 이것이 아니라는 점에 주의해야 한다. 갓 설치한 클러스터에는 예제에
  맞는 노드가 하나도 없다.

  Rule: 노드에 라벨이 있고, 값도 같아야 한다
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go GetRequiredNodeAffinity; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    시나리오: 일치하는 노드에만 Pod가 생긴다
      먼저 다음 노드가 있다:
        | 이름   | 라벨        |
        | east-1 | role=worker |
        | east-2 | role=infra  |
        | east-3 |             |
      만일 노드 선택기가 "role=worker"인 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"에서만 Pod를 하나 실행한다
      그리고 "east-2"와 "east-3"에는 "log-agent"의 Pod가 한 번도 없었다

    시나리오: 라벨 두 개 가운데 하나만으로는 부족하다
      먼저 다음 노드가 있다:
        | 이름   | 라벨                  |
        | east-1 | role=worker, disk=ssd |
        | east-2 | role=worker           |
        | east-3 | disk=ssd              |
      만일 노드 선택기가 "role=worker,disk=ssd"인 데몬 세트 "cache"를 생성하면
      그러면 "cache"는 "east-1"에서만 Pod를 하나 실행한다
      그리고 "east-2"와 "east-3"에는 "cache"의 Pod가 한 번도 없었다

    시나리오: 작업자 노드에 보통 붙어 있는 라벨은 다른 것이다
      먼저 다음 노드가 있다:
        | 이름   | 라벨                            |
        | east-1 | node-role.kubernetes.io/worker= |
      만일 노드 선택기가 "role=worker"인 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"의 Pod는 한 번도 생성되지 않았다

  Rule: 노드 선택기가 없으면, 노드 유사성이나 프로젝트에서 요구하지 않는 한 라벨 때문에 제외되는 노드는 없다
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    시나리오: 라벨이 무엇이든 노드에 Pod가 생긴다
      먼저 다음 노드가 있다:
        | 이름   | 라벨        |
        | east-1 | role=worker |
        | east-2 | role=infra  |
        | east-3 |             |
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1", "east-2", "east-3"에서만 Pod를 하나씩 실행한다
