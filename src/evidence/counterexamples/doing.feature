Feature: Sentences that do something, where it must be said what is true

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Scenario Outline: what is done in a Then
    > This does something, and a Then says what must be true
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                              |
      | the daemon set "log-agent" is updated to version "v2" |
      | the daemon set "log-agent" is deleted                 |
      | node "east-1" is cordoned                             |
      | the pod of "log-agent" on "east-1" fails              |
      | version "v2" of "log-agent" never becomes ready       |
      | version "v2" of "log-agent" can be pulled after all   |
      | I run "oc delete daemonset log-agent"                 |
      | the project "shop"                                    |

  Example: what is done in an And that continues a Then
    > This does something, and a Then says what must be true
    When 1 minute passes
    Then "log-agent" runs one pod on "east-1"
    And node "east-2" is labelled "role=worker"
