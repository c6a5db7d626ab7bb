Feature: a table of examples that does not fit its steps
  Scenario Outline: it runs on <node>
    Given the daemon set "<sett>"
    And the node "<node>"
    When 1 minute passes
    Then "agent" runs one pod on "<node>"

    Examples:
      | node | set   | version |
      | n1   | agent | v7      |
