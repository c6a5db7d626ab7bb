Feature: Which pods were replaced, and how often

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When the daemon set "log-agent" is updated to version "v2"
    Then <sentence>

    Examples:
      | sentence                                                                                       |
      | the pod of "log-agnet" on "east-1" was not replaced                                            |
      | the pod of "log-agnet" on "east-1" was replaced                                                |
      | the pod of "log-agnet" on "east-1" was never replaced                                          |
      | no pod of "log-agnet" was created since                                                        |
      | the pod of "log-agnet" on "east-1" was created again at least 3 times, less and less often     |
      | the pod of "log-agnet" on "east-1" came again every 1 to 10 seconds                            |
      | at most 20 pods of "log-agnet" were ever created on "east-1"                                   |
      | every pod of "log-agnet" on "east-1" failed with the reason "Evicted"                          |

  Scenario Outline: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When the daemon set "log-agent" is updated to version "v2"
    Then <sentence>

    Examples:
      | sentence                                                                                       |
      | the pods of "log-agent" on "east-1" and "east-3" were replaced                                 |
      | the pod of "log-agent" on "east-3" was not replaced                                            |
      | the pod of "log-agent" on "east-3" was never replaced                                          |
      | the pod of "log-agent" on "east-3" was created again at least 3 times, less and less often     |
      | the pod of "log-agent" on "east-3" came again every 1 to 10 seconds                            |
      | at most 20 pods of "log-agent" were ever created on "east-3"                                   |
      | every pod of "log-agent" on "east-3" failed with the reason "Evicted"                          |

  Example: a pod that was replaced
    > The pod of "log-agent" on "east-2" should be the one from before.
    When the pod of "log-agent" on "east-2" is deleted
    Then the pods of "log-agent" on "east-1" and "east-2" were not replaced

  Example: a pod that was left alone
    > The pod of "log-agent" on "east-1" should be another than before.
    When the pod of "log-agent" on "east-2" is deleted
    Then the pods of "log-agent" on "east-1" and "east-2" were replaced

  Example: a pod that was replaced before the When
    > The pod of "log-agent" on "east-1" should be the first and only one.
    Given the pod of "log-agent" on "east-1" is deleted
    When 1 minute passes
    Then the pod of "log-agent" on "east-1" was never replaced

  Example: new pods came
    > "log-agent" created pods.
    When the pod of "log-agent" on "east-1" is deleted
    Then no pod of "log-agent" was created since

  Example: a pod that came again once
    > The pod of "log-agent" on "east-1" should come again and again, with growing pauses.
    When the pod of "log-agent" on "east-1" is deleted
    Then the pod of "log-agent" on "east-1" was created again at least 2 times, less and less often

  Example: a pod that never came again
    > The pod of "log-agent" on "east-1" should come again and again.
    When 1 hour passes
    Then the pod of "log-agent" on "east-1" came again every 1 to 3600 seconds

  Example: more pods than said
    > "east-1" should have had fewer pods of "log-agent".
    When the daemon set "log-agent" is updated to versions "v2" and "v3" in turn
    Then at most 2 pods of "log-agent" were ever created on "east-1"

  Example: pods that were deleted, and did not fail
    > Not every pod of "log-agent" on "east-1" failed with this reason.
    When the daemon set "log-agent" is updated to version "v2"
    Then every pod of "log-agent" on "east-1" failed with the reason "Evicted"

  Example: a misspelt reason
    > No pod of "rack-monitor" on "east-2" failed with the reason "OutOfCPU". Did you mean "OutOfcpu"?
    When the daemon set "rack-monitor" is created with the pod spec:
      """
      nodeName: east-2
      containers:
        - {name: rack-monitor, image: "example.test/rack-monitor:v1", resources: {requests: {cpu: "1000"}}}
      """
    Then every pod of "rack-monitor" on "east-2" failed with the reason "OutOfCPU"

  Example: the pods failed, and the last one runs
    > Not every pod of "log-agent" on "east-1" failed with this reason.
    Given the pod of "log-agent" on "east-1" fails
    When 1 minute passes
    Then every pod of "log-agent" on "east-1" failed with the reason "Error"

  Example: a pod that was on its way out before the When, and went
    > The pod of "gpu-agent" on "east-1" should be the one from before.
    Given node "east-1" is labelled "gpu=true"
    And version "v1" of "gpu-agent" takes 20 seconds to stop
    And the daemon set "gpu-agent" for nodes labelled "gpu=true"
    And the pod of "gpu-agent" on "east-1" has just been deleted
    When node "east-1" is labelled "gpu=false"
    Then the pod of "gpu-agent" on "east-1" was not replaced

  Scenario Outline: a When that only looks
    > The last When only looks, and nothing can have happened since.
    Given the daemon set "log-agent" is updated to version "v2"
    When I run "oc get pods"
    Then <sentence>

    Examples:
      | sentence                                            |
      | the pod of "log-agent" on "east-1" was not replaced |
      | no pod of "log-agent" was created since             |
      | nothing was told about "log-agent" since            |
      | the status of "log-agent" did not change            |
