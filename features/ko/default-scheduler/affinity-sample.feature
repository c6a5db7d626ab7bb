# language: ko
@D13
기능: 문서에 나온 데몬 세트 Pod 예제

  데몬 세트 Pod에 들어가는 노드 유사성을 보여 주려고 문서에는 Pod의 일부가 나온다. 그런데 한 줄이 빠져 있다. 노드 유사성이 `spec` 바로
  아래에 있는 것이다. API 서버는 이런 필드를 모른다. 엄격하게 검사하면 Pod를 거부하는데, `oc`와 `kubectl`은 원래 그렇게 요청한다. 덜
  엄격하게 요청하면 이 필드를 버리고, 무시하라고 하지 않는 한 경고를 남긴다. 그러면 Pod는 아무 노드도 요구하지 않게 된다. 한 줄을
  더하면 예제가 바로잡힌다.

  배경:
    먼저 노드 "target-host-name"과 "another-host"가 있다

  Rule: 예제를 그대로 쓰면 엄격한 검사에서는 거부되고, 느슨한 검사에서는 노드 유사성을 잃는다
    # Authority: staging/src/k8s.io/apiserver/pkg/endpoints/handlers/rest.go fieldValidation; measured

    시나리오: nodeAffinity가 spec 바로 아래에 있다
      먼저 내용이 다음과 같은 파일 "pod.yaml"이 있다:
        """
        kind: Pod
        apiVersion: v1
        metadata:
          name: hello-node-6fbccf8d9-9tmzr
        spec:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
              - matchFields:
                - key: metadata.name
                  operator: In
                  values:
                  - target-host-name
          containers:
          - name: hello
            image: openshift/hello-openshift
        """
      만일 "oc create -f pod.yaml" 명령을 실행해 보면
      그러면 다음 메시지와 함께 거부된다:
        """
        Error from server (BadRequest): error when creating "pod.yaml": Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.nodeAffinity"
        """
      그리고 Pod "hello-node-6fbccf8d9-9tmzr"은 없다

    시나리오: oc가 경고만 하게 한다
      먼저 내용이 다음과 같은 파일 "pod.yaml"이 있다:
        """
        kind: Pod
        apiVersion: v1
        metadata:
          name: hello-node-6fbccf8d9-9tmzr
        spec:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
              - matchFields:
                - key: metadata.name
                  operator: In
                  values:
                  - target-host-name
          containers:
          - name: hello
            image: openshift/hello-openshift
        """
      그리고 "oc create -f pod.yaml --validate=warn" 명령을 실행한다
      만일 "oc get pod hello-node-6fbccf8d9-9tmzr -o jsonpath={.status.phase}:{.spec.affinity}" 명령을 실행하면
      그러면 다음과 같이 출력된다:
        """
        Running:
        """

  Rule: spec.affinity 아래에 두면 받아들여지고, Pod는 그 노드에만 배치된다
    # Authority: staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go newNodeSelectorTerm; pkg/controller/daemon/util/daemonset_util.go ReplaceDaemonSetPodNodeNameNodeAffinity

    시나리오: 바로잡은 예제
      먼저 내용이 다음과 같은 파일 "pod.yaml"이 있다:
        """
        kind: Pod
        apiVersion: v1
        metadata:
          name: hello-node-6fbccf8d9-9tmzr
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                - matchFields:
                  - key: metadata.name
                    operator: In
                    values:
                    - target-host-name
          containers:
          - name: hello
            image: openshift/hello-openshift
        """
      만일 "oc create -f pod.yaml" 명령을 실행하면
      그러면 다음과 같이 출력된다:
        """
        pod/hello-node-6fbccf8d9-9tmzr created
        """
      그리고 Pod "hello-node-6fbccf8d9-9tmzr"은 "target-host-name"에서 실행된다
