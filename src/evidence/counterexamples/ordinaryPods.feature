Feature: Pods that nobody looks after

  Every example here must be red in its last step, and say what stands after the `>`.

  Background:
    Given the nodes "east-1" and "east-2"
    And the pod "report-job"
    And the pod "helper", labelled "app=help", that runs on "east-1"

  Scenario Outline: a misspelt pod
    > There never was a pod "report-jbo". Did you mean "report-job"?
    When 1 minute passes
    Then <sentence>

    Examples:
      | sentence                                     |
      | the pod "report-jbo" runs on "east-1"        |
      | the pod "report-jbo" is pending              |
      | the pod "report-jbo" has ended without an error |
      | there is no pod "report-jbo"                 |
      | the pod "report-jbo" is listed as Running    |

  Example: a misspelt node
    > There never was a node "east-3". Did you mean "east-1" or "east-2"?
    When 1 minute passes
    Then the pod "helper" runs on "east-3"

  Example: a pod that runs elsewhere
    > Pod "helper" should run on "east-2".
    When 1 minute passes
    Then the pod "helper" still runs on "east-2"

  Example: a pod that runs, and does not wait
    > Pod "helper" should be pending.
    When 1 minute passes
    Then the pod "helper" is pending

  Example: a pod that goes on
    > Pod "helper" should have ended.
    When 1 hour passes
    Then the pod "helper" has ended without an error

  Example: a pod that has ended is still there
    > Pod "report-job" should not be there.
    When the pod "report-job" ends without an error
    Then there is no pod "report-job" any more

  Example: a pod that is listed otherwise
    > Pod "report-job" should be listed otherwise.
    When the container of the pod "report-job" exits with code 1
    Then the pod "report-job" is listed as Error
