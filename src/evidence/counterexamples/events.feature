Feature: What events tell, and what they do not

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                                        |
      | nothing was told about "log-agnet" since                        |
      | no event of "log-agnet" is a warning                            |
      | at most 12 events "SuccessfulCreate" of "log-agnet" are listed |

  Example: a misspelt daemon set, with a table
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then the events of "log-agnet" include:
      | reason           |
      | SuccessfulCreate |

  Example: a misspelt reason
    > No event of "log-agent" has the reason "SuccesfulCreate". Did you mean "SuccessfulCreate"?
    When 1 minute passes
    Then at most 12 events "SuccesfulCreate" of "log-agent" are listed

  Example: an event that nobody told
    > An event of "log-agent" or its pods is missing.
    When the daemon set "log-agent" is updated to version "v2"
    Then the events of "log-agent" include:
      | type    | reason       |
      | Warning | FailedCreate |

  Example: a message that is not there
    > An event of "log-agent" or its pods is missing.
    When the daemon set "log-agent" is updated to version "v2"
    Then the events of "log-agent" include:
      | reason           | message               |
      | SuccessfulCreate | Created pod: report-… |

  Example: a pod is created, and that is told
    > Nothing should be told about "log-agent".
    When the pod of "log-agent" on "east-1" is deleted
    Then nothing was told about "log-agent" since

  Example: a pod fails, and that is a warning
    > No event of "log-agent" should be a warning.
    When the pod of "log-agent" on "east-1" fails
    Then no event of "log-agent" is a warning

  Example: more events than said
    > There should be so many events "SuccessfulCreate" of "log-agent", and no more.
    When the daemon set "log-agent" is updated to version "v2"
    Then at most 1 events "SuccessfulCreate" of "log-agent" are listed
