Feature: results that differ from a real cluster

  Background:
    Given the nodes "n1" and "n2"

  Example: W01a a GPU that no node has
    When the daemon set "gpu" is created with the pod spec:
      """
      containers: [{name: gpu, image: "x/y:1", resources: {limits: {nvidia.com/gpu: 1}}}]
      """
    Then "gpu" runs one pod on each of "n1" and "n2" and nowhere else

  Example: W01b huge pages that no node has
    When the daemon set "hp" is created with the pod spec:
      """
      containers: [{name: hp, image: "x/y:1", resources: {limits: {hugepages-2Mi: 4Mi, memory: 1Mi}}}]
      """
    Then "hp" runs one pod on each of "n1" and "n2" and nowhere else

  Example: W01c a thousand tebibytes of scratch space
    When the daemon set "es" is created with the pod spec:
      """
      containers: [{name: es, image: "x/y:1", resources: {requests: {ephemeral-storage: 1000Ti}}}]
      """
    Then "es" runs one pod on each of "n1" and "n2" and nowhere else

  Example: W01d a config map that is not there
    When the daemon set "cm" is created with the pod spec:
      """
      volumes: [{name: c, configMap: {name: nope}}]
      containers: [{name: cm, image: "x/agent:1", volumeMounts: [{name: c, mountPath: /c}]}]
      """
    Then "cm" runs one pod on each of "n1" and "n2" and nowhere else

  Example: W01i init container never ends
    Given version "v1" of "init" never becomes ready
    When the daemon set "agent" is created with the pod spec:
      """
      initContainers: [{name: init, image: "example.test/init:v1"}]
      """
    Then "agent" runs one pod on each of "n1" and "n2" and nowhere else
