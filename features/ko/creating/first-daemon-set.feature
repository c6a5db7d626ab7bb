# language: ko
@D18
기능: 문서를 따라 첫 데몬 세트를 생성한다

  파일을 만들고, 데몬 세트를 생성하고, 각 노드에서 Pod가 실행되는지 확인한다. 문서에 나온 세 가지 명령을 그대로 실행한다. 문서의
  목록에는 줄 끝에 각주 번호 1, 2, 3이 붙어 있다. 번호는 파일의 내용이 아니다. 함께 복사하면 `name: hello-daemonset 1`처럼 라벨 값에
  빈칸이 들어가고, 이런 값을 받는 API 서버는 없다.

  배경:
    먼저 다음 노드가 있다:
      | 이름                          | 라벨        |
      | openshift-node01.hostname.com | role=worker |
      | openshift-node02.hostname.com | role=worker |
      | openshift-node03.hostname.com | role=infra  |
    그리고 프로젝트 "myproject"에서 작업한다
    그리고 내용이 다음과 같은 파일 "daemonset.yaml"이 있다:
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
          spec:
            nodeSelector:
              role: worker
            containers:
            - image: openshift/hello-openshift
              imagePullPolicy: Always
              name: registry
              ports:
              - containerPort: 80
                protocol: TCP
              resources: {}
              terminationMessagePath: /dev/termination-log
            serviceAccount: default
            terminationGracePeriodSeconds: 10
      #...
      """

  Rule: 파일은 문서에 나온 그대로 받아들여진다
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec; pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet

    시나리오: 데몬 세트를 생성한다
      만일 "oc create -f daemonset.yaml" 명령을 실행하면
      그러면 다음과 같이 출력된다:
        """
        daemonset.apps/hello-daemonset created
        """
      그리고 "hello-daemonset"은 "openshift-node01.hostname.com"과 "openshift-node02.hostname.com"에서만 Pod를 하나씩 실행한다

    @D16
    시나리오: 라벨이 없는 노드에는 아무것도 생기지 않는다
      만일 "oc create -f daemonset.yaml" 명령을 실행하면
      그러면 "openshift-node03.hostname.com"에는 "hello-daemonset"의 Pod가 한 번도 없었다

  Rule: role=worker 라벨이 있는 노드마다 Pod가 하나씩 실행되는 것을 볼 수 있다
    # Authority: staging/src/k8s.io/kubectl/pkg/describe/describe.go describePod; staging/src/k8s.io/kubectl/pkg/cmd/get/get.go Run; measured

    시나리오: Pod를 조회한다
      먼저 "oc create -f daemonset.yaml" 명령을 실행한다
      만일 "oc get pods" 명령을 실행하면
      그러면 다음과 같이 출력된다:
        """
        NAME                    READY   STATUS    RESTARTS   AGE
        hello-daemonset-…       1/1     Running   0          …
        hello-daemonset-…       1/1     Running   0          …
        """

    시나리오: 첫 번째 노드의 Pod를 자세히 본다
      먼저 "oc create -f daemonset.yaml" 명령을 실행한다
      만일 "oc describe pod/<pod of hello-daemonset on openshift-node01.hostname.com>|grep Node" 명령을 실행하면
      그러면 다음과 같이 출력된다:
        """
        Node:             openshift-node01.hostname.com/…
        Node-Selectors:              role=worker
        """

  Rule: 각주 번호는 파일에 들어가면 안 된다
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec

    @D17
    시나리오: 라벨이 각주 번호와 함께 복사되었다
      먼저 내용이 다음과 같은 파일 "copied.yaml"이 있다:
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: hello-daemonset
        spec:
          selector:
            matchLabels:
              name: hello-daemonset 1
          template:
            metadata:
              labels:
                name: hello-daemonset 2
            spec:
              containers:
              - image: openshift/hello-openshift
                name: registry
        """
      만일 "oc create -f copied.yaml" 명령을 실행해 보면
      그러면 다음 메시지와 함께 거부된다:
        """
        The DaemonSet "hello-daemonset" is invalid:
        * spec.selector.matchLabels: Invalid value: "hello-daemonset 1": a valid label must be an empty string or consist of alphanumeric characters, …
        * spec.template.labels: Invalid value: "hello-daemonset 2": a valid label must be an empty string or consist of alphanumeric characters, …
        """
      그리고 데몬 세트 "hello-daemonset"은 없다
