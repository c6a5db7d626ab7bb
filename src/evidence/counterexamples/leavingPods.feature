Feature: When pods leave

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"
    And the pod "report-job"

  Scenario Outline: a misspelt pod
    > There never was a pod "report-jbo". Did you mean "report-job"?
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                                       |
      | the pod "report-jbo" was never asked to leave                  |
      | the pod "report-jbo" was asked to leave after 0 to 600 seconds |

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When node "east-2" is removed
    Then <sentence>

    Examples:
      | sentence                                                                |
      | the pod of "log-agnet" on "east-2" outlived its node by 0 to 80 seconds |
      | the pod of "log-agnet" for "east-2" went at once with its node          |

  Scenario Outline: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When node "east-2" is removed
    Then <sentence>

    Examples:
      | sentence                                                                |
      | the pod of "log-agent" on "east-3" outlived its node by 0 to 80 seconds |
      | the pod of "log-agent" for "east-3" went at once with its node          |

  Example: a pod that was deleted
    > Pod "report-job" should have been left alone.
    When I run "oc delete pod report-job"
    Then the pod "report-job" was never asked to leave

  Example: a pod that nobody asked to leave
    > Pod "report-job" should be asked to leave after so long.
    When 1 hour passes
    Then the pod "report-job" was asked to leave after 0 to 3600 seconds

  Example: a pod that was gone sooner
    > The pod of "log-agent" should outlive "east-2" by so long.
    When node "east-2" is removed
    Then the pod of "log-agent" on "east-2" outlived its node by 300 to 600 seconds

  Example: a pod that was there for a while
    > The pod of "log-agent" for "east-2" should go at once, with its node.
    When node "east-2" is removed
    Then the pod of "log-agent" for "east-2" went at once with its node

  Example: a node that is still there
    > Node "east-1" should be removed.
    When node "east-2" is removed
    Then the pod of "log-agent" for "east-1" went at once with its node

  Example: a pod of the same name was deleted before
    > Pod "report-job" should have been left alone.
    Given I run "oc delete pod report-job"
    And the pod "report-job"
    When 1 minute passes
    Then the pod "report-job" was never asked to leave

  Example: a pod that went long before its node
    > The pod of "gpu-agent" for "east-2" should go at once, with its node.
    Given node "east-2" is labelled "gpu=true"
    And the daemon set "gpu-agent" for nodes labelled "gpu=true"
    And node "east-2" is labelled "gpu=false"
    And 1 hour passes
    When node "east-2" is removed
    Then the pod of "gpu-agent" for "east-2" went at once with its node
