Feature: Daemon sets: what they contain, their status, and their end

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                                                              |
      | the template of "log-agnet" was never changed                                         |
      | there is no daemon set "log-agnet"                                                    |
      | the daemon set "log-agnet" was gone before any of its pods                            |
      | the daemon set "log-agnet" was gone after all of its pods                             |
      | the status of "log-agnet" did not change                                              |
      | all pods of "log-agnet" were ready about 10 seconds before they were available        |

  Scenario Outline: a misspelt daemon set, with a table
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then the status of "log-agnet" <says>:
      | desired |
      | 2       |

    Examples:
      | says         |
      | is           |
      | went through |

  Example: a misspelt daemon set, with its contents
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When 1 minute passes
    Then the daemon set "log-agnet" contains:
      """
      metadata: {name: log-agnet}
      """

  Example: another value
    > Daemon set "log-agent" differs from what is shown.
    When 1 minute passes
    Then the daemon set "log-agent" contains:
      """
      spec: {minReadySeconds: 10}
      """

  Example: a template that was changed, and changed back
    > The template of "log-agent" changed.
    Given the daemon set "log-agent" is updated to version "v2"
    When the daemon set "log-agent" is updated to version "v1"
    Then the template of "log-agent" was never changed

  Example: a daemon set that is there
    > Daemon set "log-agent" should not exist.
    When 1 minute passes
    Then there is no daemon set "log-agent"

  Example: a daemon set that went after its pods
    > Daemon set "log-agent" should go first.
    When the daemon set "log-agent" is deleted with "--cascade=foreground"
    Then the daemon set "log-agent" was gone before any of its pods

  Example: a daemon set that went before its pods
    > Daemon set "log-agent" should go last.
    When the daemon set "log-agent" is deleted with "--cascade=background"
    Then the daemon set "log-agent" was gone after all of its pods

  Scenario Outline: a daemon set that did not go
    > Daemon set "log-agent" should be gone.
    When the daemon set "log-agent" is updated to version "v2"
    Then <sentence>

    Examples:
      | sentence                                                   |
      | the daemon set "log-agent" was gone before any of its pods |
      | the daemon set "log-agent" was gone after all of its pods  |

  Example: a status with another number
    > The status of "log-agent" counts differently.
    When 1 minute passes
    Then the status of "log-agent" is:
      | desired | ready |
      | 2       | 1     |

  Example: a status that never was
    > The status of "log-agent" should go through these, in this order.
    When the daemon set "log-agent" is updated to version "v2"
    Then the status of "log-agent" went through:
      | up-to-date | unavailable |
      | 0          | 2           |

  Example: a status in another order
    > The status of "log-agent" should go through these, in this order.
    When the daemon set "log-agent" is updated to version "v2"
    Then the status of "log-agent" went through:
      | up-to-date |
      | 1          |
      | 0          |

  Example: a status that changed, and is again what it was
    > The status of "log-agent" should stay as it was.
    When the pod of "log-agent" on "east-1" is deleted
    Then the status of "log-agent" did not change

  Example: pods that are available as soon as they are ready
    > "log-agent" should be available so long after it is ready.
    When the daemon set "log-agent" is updated to version "v2"
    Then all pods of "log-agent" were ready about 30 seconds before they were available

  Example: a template of a daemon set that was refused
    > There never was a daemon set "spy", only a try.
    Given the user "vera"
    And "vera" tries to create the daemon set "spy"
    And it is refused:
      """
      …forbidden…
      """
    When 1 minute passes
    Then the template of "spy" was never changed

  Scenario Outline: a daemon set that went before the When, and is there again
    > Daemon set "log-agent" should be gone.
    Given the daemon set "log-agent" is deleted
    And the daemon set "log-agent"
    When the pods of "log-agent" on "east-1" and "east-2" are deleted
    Then <sentence>

    Examples:
      | sentence                                                   |
      | the daemon set "log-agent" was gone before any of its pods |
      | the daemon set "log-agent" was gone after all of its pods  |

  Example: a status that came once, and is shown twice
    > The status of "log-agent" should go through these, in this order.
    When the pod of "log-agent" on "east-1" is deleted
    Then the status of "log-agent" went through:
      | desired |
      | 2       |
      | 2       |

  Example: the status of a daemon set that is gone
    > There is no daemon set "log-agent" any more, or not yet.
    When the daemon set "log-agent" is deleted with "--cascade=orphan"
    Then the status of "log-agent" did not change

  Example: pods that were ready and available before the When
    > "log-agent" should be available so long after it is ready.
    When node "east-1" is labelled "role=worker"
    Then all pods of "log-agent" were ready about 1 second before they were available
