Feature: A pod waits for the config map or secret that it asks for

  Somebody applies the daemon set before its configuration, or misspells a name. Nothing is refused: the API server does not look whether a config map is there. The pods are
  scheduled, and then their containers do not start. The kubelet looks again and again, so the pods start as soon as the object appears, and nobody has to delete
  anything.

  Background:
    Given the nodes "east-1" and "east-2"
    And the file "settings.yaml":
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data: {level: debug}
      """

  Rule: A volume that cannot be filled keeps the pod in ContainerCreating
    # Authority: pkg/volume/configmap/configmap.go SetUpAt; pkg/kubelet/volumemanager/volume_manager.go WaitForAttachAndMount; pkg/util/goroutinemap/exponentialbackoff/exponential_backoff.go Update

    Background:
      Given the daemon set "log-agent" with the pod spec:
        """
        volumes: [{name: config, configMap: {name: settings}}]
        """

    Example: the pods are scheduled, and no container is created
      When 1 minute passes
      Then the pods of "log-agent" on "east-1" and "east-2" are listed as ContainerCreating

    Example: an event of the pod tells which volume
      When 1 minute passes
      Then the events of "log-agent" include:
        | type    | reason      | from    | message                                                                       |
        | Warning | FailedMount | kubelet | MountVolume.SetUp failed for volume "config" : configmap "settings" not found |

    @needs-long-waits
    Example: they start when it is there, within two minutes
      Given 30 minutes pass
      When I run "oc create -f settings.yaml"
      And 2 minutes pass
      Then all pods of "log-agent" are ready
      And the pods of "log-agent" on "east-1" and "east-2" were never replaced

  Rule: A variable without its object keeps it in CreateContainerConfigError
    # Authority: pkg/kubelet/kubelet_pods.go makeEnvironmentVariables; pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer

    Background:
      Given the daemon set "log-agent" with the pod spec:
        """
        containers:
        - name: log-agent
          image: registry.example.com/log-agent:1.0
          env: [{name: LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: level}}}]
        """

    Example: the pods are scheduled, and do not start
      When 1 minute passes
      Then the pods of "log-agent" on "east-1" and "east-2" are listed as CreateContainerConfigError

    Example: an event of the pod tells which object
      When 1 minute passes
      Then the events of "log-agent" include:
        | type    | reason | from    | message                               |
        | Warning | Failed | kubelet | Error: configmap "settings" not found |

    Example: they start when it is there
      When I run "oc create -f settings.yaml"
      Then all pods of "log-agent" are ready

    Example: the object is there, but the key in it is not
      Given the file "misspelt.yaml":
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {levle: debug}
        """
      When I run "oc create -f misspelt.yaml"
      Then the pods of "log-agent" on "east-1" and "east-2" are listed as CreateContainerConfigError

  Rule: What is optional need not be there
    # Authority: pkg/volume/configmap/configmap.go SetUpAt; pkg/kubelet/kubelet_pods.go makeEnvironmentVariables

    Example: a volume
      When the daemon set "log-agent" is created with the pod spec:
        """
        volumes: [{name: config, configMap: {name: settings, optional: true}}]
        """
      Then all pods of "log-agent" are ready

    Example: all keys of a secret as variables
      When the daemon set "log-agent" is created with the pod spec:
        """
        containers:
        - name: log-agent
          image: registry.example.com/log-agent:1.0
          envFrom: [{secretRef: {name: token, optional: true}}]
        """
      Then all pods of "log-agent" are ready
