@D20
Feature: A new daemon set takes over the pods of the old one

  Delete a daemon set, create another with the same selector but a new template: the documentation says that the new one
  recognises the pods that are there, and neither updates them nor creates new ones. For that the pods must still **be** there: the
  old daemon set has to be deleted with `--cascade=orphan`. And it is not the whole story. Whether the adopted pods are left alone
  for good depends on how often the *old* daemon set had been updated.

  Background:
    Given the nodes "east-1" and "east-2"

  Rule: Pods that were left behind are adopted, not replaced

    Background:
      Given the daemon set "log-agent" with:
        | update strategy | OnDelete |
      And the daemon set "log-agent" is deleted with "--cascade=orphan"

    Example: the new daemon set keeps the old pods, old version and all
      When the daemon set "log-agent" is created with:
        | version         | v2       |
        | update strategy | OnDelete |
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v1"

    Example: only a node without a pod gets the new template
      Given the pod of "log-agent" on "east-2" is deleted
      When the daemon set "log-agent" is created with:
        | version         | v2       |
        | update strategy | OnDelete |
      Then the pod of "log-agent" on "east-2" runs version "v2"
      But the pod of "log-agent" on "east-1" runs version "v1"
      And the pod of "log-agent" on "east-1" was not replaced

    Example: the new daemon set may have another name, only the selector counts
      When the daemon set "log-shipper" is created with:
        | labels          | app=log-agent |
        | update strategy | OnDelete      |
      Then "log-shipper" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "log-shipper" on "east-1" and "east-2" were not replaced

    Example: another selector, and the old pods are strangers
      When the daemon set "log-shipper" is created
      Then "log-shipper" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" have no owner

  Rule: Without --cascade=orphan there is nothing to adopt

    Example: the pods went with the old daemon set, so new ones are created
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is deleted
      When the daemon set "log-agent" is created with:
        | version | v2 |
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "log-agent" on "east-1" and "east-2" run version "v2"

  Rule: Even RollingUpdate leaves adopted pods alone, if the old daemon set was never updated
    A pod counts as up to date if its template *or its generation number* is the current one. A daemon set that was never
    updated and its successor are both at generation 1, whatever their templates say.

    Background:
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"

    Example: the new version reaches no node
      When the daemon set "log-agent" is created with:
        | version         | v2            |
        | update strategy | RollingUpdate |
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v1"

    Example: and the status claims that all is up to date
      When the daemon set "log-agent" is created with:
        | version | v2 |
      Then the status of "log-agent" is:
        | desired | up-to-date | available |
        | 2       | 2          | 2         |
      But the pods of "log-agent" on "east-1" and "east-2" run version "v1"

    Example: the next update brings them along
      Given the daemon set "log-agent" with:
        | version | v2 |
      When the daemon set "log-agent" is updated to version "v3"
      Then the pods of "log-agent" on "east-1" and "east-2" run version "v3"

  Rule: If the old daemon set had been updated before, the strategy decides

    Background:
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to version "v2"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"

    Example: RollingUpdate replaces the adopted pods one by one
      When the daemon set "log-agent" is created with:
        | version         | v3            |
        | update strategy | RollingUpdate |
      Then the pods of "log-agent" on "east-1" and "east-2" were replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v3"
      And at no time was more than one pod of "log-agent" unavailable

    Example: OnDelete leaves them alone
      When the daemon set "log-agent" is created with:
        | version         | v3       |
        | update strategy | OnDelete |
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v2"
      And the status of "log-agent" is:
        | desired | up-to-date |
        | 2       | 0          |
