# language: ko
@D17
기능: 데몬 세트는 자기 Pod를 알아볼 수 있어야 한다

  데몬 세트는 Pod에 적힌 소유자를 보고, 그다음에는 라벨을 보고 자기 Pod를 알아본다. `spec.selector`는 어떤 라벨인지 정하고,
  `spec.template`은 새 Pod에 라벨을 붙인다. 둘이 일치하지 않으면 데몬 세트는 방금 만든 Pod를 놓아주고 Pod를 끝없이 더 만들 것이다.
  그래서 API 서버는 그런 매니페스트를 거부한다. 라벨만으로 자기 Pod가 되지는 않는다. 다른 컨트롤러가 소유하지 않은 Pod만 넘겨받는다.

  배경:
    먼저 노드 "east-1"이 있다

  Rule: 템플릿의 라벨이 라벨 선택기와 일치하지 않으면 거부된다
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec

    시나리오: 이름이 서로 다르다
      먼저 내용이 다음과 같은 파일 "daemonset.yaml"이 있다:
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: hello-daemonset
        spec:
          selector:
            matchLabels:
              name: hello-daemonset
          template:
            metadata:
              labels:
                name: other
            spec:
              containers:
              - name: registry
                image: openshift/hello-openshift
        """
      만일 "oc create -f daemonset.yaml" 명령을 실행해 보면
      그러면 다음 메시지와 함께 거부된다:
        """
        The DaemonSet "hello-daemonset" is invalid: spec.template.metadata.labels: Invalid value: {"name":"other"}: `selector` does not match template `labels`
        """
      그리고 데몬 세트 "hello-daemonset"은 없다
      그리고 "hello-daemonset"의 Pod는 한 번도 생성되지 않았다

  Rule: 템플릿에는 라벨 선택기가 요구하는 것보다 많은 라벨이 있어도 된다
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec

    시나리오: 라벨 하나는 데몬 세트가, 다른 하나는 찾는 사람이 쓴다
      먼저 내용이 다음과 같은 파일 "daemonset.yaml"이 있다:
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: hello-daemonset
        spec:
          selector:
            matchLabels:
              name: hello-daemonset
          template:
            metadata:
              labels:
                name: hello-daemonset
                team: platform
            spec:
              containers:
              - name: registry
                image: openshift/hello-openshift
        """
      만일 "oc create -f daemonset.yaml" 명령을 실행하면
      그러면 "hello-daemonset"은 "east-1"에서 Pod를 하나 실행한다
