Feature: Whether pods are ready, and how often their containers were started

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                                  |
      | the pod of "log-agnet" on "east-1" is ready               |
      | all pods of "log-agnet" are ready                         |
      | all pods of "log-agnet" run version "v1"                  |
      | the container of "log-agnet" on "east-1" restarted 1 time |
      | the pod of "log-agnet" on "east-1" is listed as Running   |
      | the pod of "log-agnet" on "east-1" was ready 1 second after its creation |

  Scenario Outline: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                                                |
      | the pods of "log-agent" on "east-1" and "east-3" are ready              |
      | the containers of "log-agent" on "east-1" and "east-3" restarted 1 time |
      | the pods of "log-agent" on "east-1" and "east-3" are listed as Running  |
      | the pod of "log-agent" on "east-3" was ready 1 second after its creation |

  Example: a misspelt version
    > "log-agent" never had a version "v11". Did you mean "v1"?
    When 1 minute passes
    Then all pods of "log-agent" run version "v11"

  Example: one pod is not ready
    > The pods of "log-agent" should be ready.
    When the pod of "log-agent" on "east-2" turns unready
    Then the pods of "log-agent" on "east-1" and "east-2" are ready

  Example: one pod is ready
    > The pods of "log-agent" should not be ready.
    When the pod of "log-agent" on "east-2" turns unready
    Then the pods of "log-agent" on "east-1" and "east-2" are not ready

  Example: not all are ready
    > Not all pods of "log-agent" are ready.
    When the pod of "log-agent" on "east-2" turns unready
    Then all pods of "log-agent" are ready

  Scenario Outline: of no pod at all, nothing is true
    > Some pods of "gpu-agent" are not there.
    When the daemon set "gpu-agent" is created for nodes labelled "gpu=true"
    Then <sentence>

    Examples:
      | sentence                                 |
      | all pods of "gpu-agent" are ready        |
      | all pods of "gpu-agent" run version "v1" |

  Example: an update that stands still
    > Not all pods of "log-agent" run this version.
    Given version "v2" of "log-agent" never becomes ready
    When the daemon set "log-agent" is updated to version "v2"
    Then all pods of "log-agent" run version "v2"

  Example: a container that was never started anew
    > The containers of "log-agent" should have been restarted so often.
    When 1 minute passes
    Then the container of "log-agent" on "east-1" restarted 1 time

  Example: a container that was started anew more often than that
    > The containers of "log-agent" should have been restarted so often.
    Given the container of "log-agent" on "east-1" exits with code 1
    When the container of "log-agent" on "east-1" exits with code 1
    Then the container of "log-agent" on "east-1" restarted no times

  Example: a pod that is listed otherwise
    > The pods of "log-agent" should be listed otherwise.
    When 1 minute passes
    Then the pods of "log-agent" on "east-1" and "east-2" are listed as CrashLoopBackOff

  Example: only one of them is listed so
    > The pods of "log-agent" should be listed otherwise.
    When the pod of "log-agent" on "east-2" fails
    Then the pods of "log-agent" on "east-1" and "east-2" are listed as Error

  Example: a pod that was ready sooner
    > The pod of "log-agent" on "east-1" should be ready after so long.
    When 1 minute passes
    Then the pod of "log-agent" on "east-1" was ready 10 seconds after its creation

  Example: a pod that was never ready
    > The pod of "slow-agent" on "east-1" should be ready after so long.
    Given version "v1" of "slow-agent" never becomes ready
    When the daemon set "slow-agent" is created
    Then the pod of "slow-agent" on "east-1" was ready 1 second after its creation
