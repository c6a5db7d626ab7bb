Feature: Whom a pod belongs to

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"
    And the pod "helper", labelled "app=help", that runs on "east-1"

  Scenario Outline: a misspelt daemon set
    > There never was a daemon set "log-agnet". Did you mean "log-agent"?
    When the pod of "log-agent" on "east-1" is labelled "app=debug"
    Then <sentence>

    Examples:
      | sentence                                                        |
      | the pod that "log-agnet" released still runs on "east-1"        |
      | the pods of "log-agnet" on "east-1" and "east-2" have no owner  |
      | the pod "helper" belongs to "log-agnet"                         |
      | of the pods of "log-agnet" on "east-1" only the oldest is left  |

  Scenario Outline: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When the pod of "log-agent" on "east-1" is labelled "app=debug"
    Then <sentence>

    Examples:
      | sentence                                                       |
      | the pod that "log-agent" released still runs on "east-3"       |
      | the pods of "log-agent" on "east-2" and "east-3" have no owner |
      | of the pods of "log-agent" on "east-3" only the oldest is left |

  Scenario Outline: a misspelt pod
    > There never was a pod "hepler". Did you mean "helper"?
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                |
      | the pod "hepler" belongs to "log-agent" |
      | the pod "hepler" belongs to nobody      |

  Example: the released pod runs elsewhere
    > The pod that "log-agent" released should run on "east-2".
    When the pod of "log-agent" on "east-1" is labelled "app=debug"
    Then the pod that "log-agent" released still runs on "east-2"

  Example: no pod was released
    > "log-agent" has released no pods; one was expected.
    When 1 minute passes
    Then the pod that "log-agent" released still runs on "east-1"

  Example: the pods have an owner
    > The pods of "log-agent" should belong to nobody.
    When 1 minute passes
    Then the pods of "log-agent" on "east-1" and "east-2" have no owner

  Example: a pod that belongs to nobody
    > Pod "helper" should belong to daemon set "log-agent".
    When 1 minute passes
    Then the pod "helper" belongs to "log-agent"

  Example: a pod that was adopted
    > Pod "helper" should have no owner.
    When the daemon set "assistant" is created with:
      | labels          | app=help |
      | update strategy | OnDelete |
    Then the pod "helper" belongs to nobody

  Example: there never were several
    > Of several pods of "log-agent" on "east-1" the oldest should be left.
    When 1 minute passes
    Then of the pods of "log-agent" on "east-1" only the oldest is left

  Example: a pod that belongs to a daemon set of the same name, which was deleted
    > Pod "helper" should belong to daemon set "assistant".
    Given the daemon set "assistant" with:
      | labels          | app=help |
      | update strategy | OnDelete |
    And node "east-1" falls silent
    And the daemon set "assistant" is deleted
    When the daemon set "assistant" is created with:
      | labels | app=other |
    Then the pod "helper" belongs to "assistant"
