@D20
Feature: A new daemon set takes over the pods of the old one

  Delete a daemon set, create another with the same selector but a new template: the documentation says that the new one
  recognises the pods that are there, and neither updates them nor creates new ones. For that the pods must still **be**
  there: the old daemon set has to be deleted with `--cascade=orphan`. And it is not the whole story. RollingUpdate leaves
  adopted pods alone if they were made from the same template, or if they carry the same **number**: how many templates their
  daemon set had had when they were made. That can end in a daemon set whose own program runs nowhere, and whose status says
  that all is well.

  Background:
    Given the nodes "east-1" and "east-2"

  Rule: With OnDelete the pods that were left behind are adopted, not replaced
    # Authority: pkg/controller/controller_ref_manager.go ClaimObject; recording recreate-ondelete-adopts; recording recreate-after-update-ondelete

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
    # Authority: pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem

    Example: the pods went with the old daemon set, so new ones are created
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is deleted
      When the daemon set "log-agent" is created with:
        | version | v2 |
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "log-agent" on "east-1" and "east-2" run version "v2"

  Rule: RollingUpdate takes adopted pods for its own if they carry the number of its template
    # Authority: pkg/controller/daemon/util/daemonset_util.go IsPodUpdated; pkg/registry/apps/daemonset/strategy.go PrepareForCreate; recording recreate-same-template; measured
    A pod counts as up to date if the hash of its template *or the number* is the current one. A new daemon set is at number
    1, whatever its template says, unless its manifest names another; so are all pods of a daemon set that was never updated.

    Example: the new version reaches no node
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"
      When the daemon set "log-agent" is created with:
        | version         | v2            |
        | update strategy | RollingUpdate |
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v1"

    Example: and the status claims that all is up to date
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"
      When the daemon set "log-agent" is created with:
        | version | v2 |
      Then the status of "log-agent" is:
        | desired | up-to-date | available |
        | 2       | 2          | 2         |
      But the pods of "log-agent" on "east-1" and "east-2" run version "v1"

    Example: another daemon set with the same selector runs its own program nowhere
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"
      When the daemon set "log-shipper" is created with:
        | labels | app=log-agent |
      Then the status of "log-shipper" is:
        | desired | up-to-date | available |
        | 2       | 2          | 2         |
      But the pods of "log-agent" on "east-1" and "east-2" were not replaced

    Example: an old daemon set that was updated, but whose pods were never replaced
      Given the daemon set "log-agent" with:
        | update strategy | OnDelete |
      And the daemon set "log-agent" is updated to version "v2"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"
      When the daemon set "log-agent" is created with:
        | version         | v3            |
        | update strategy | RollingUpdate |
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v1"
      And the status of "log-agent" is:
        | desired | up-to-date |
        | 2       | 2          |

  Rule: The number is given when a daemon set is created, and cannot be set later
    # Authority: pkg/registry/apps/daemonset/strategy.go PrepareForCreate, PrepareForUpdate
    It stands in the annotation `deprecated.daemonset.template.generation`. A manifest that was read out of a cluster brings
    it along.

    Example: a manifest may name another number to begin with
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to version "v2"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"
      And the file "successor.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: log-agent
          annotations: {deprecated.daemonset.template.generation: "2"}
        spec:
          selector: {matchLabels: {app: log-agent}}
          template:
            metadata: {labels: {app: log-agent}}
            spec:
              containers: [{name: log-agent, image: "example.test/log-agent:v3"}]
        """
      When I run "oc create -f successor.yaml"
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v2"

    Example: somebody writes another number
      Given the daemon set "log-agent"
      When I run "oc annotate daemonset log-agent deprecated.daemonset.template.generation=7 --overwrite"
      Then the daemon set "log-agent" contains:
        """
        metadata:
          annotations: {deprecated.daemonset.template.generation: "1"}
        """
      And the pods of "log-agent" on "east-1" and "east-2" were not replaced

  Rule: If the pods have another number and another template, the strategy decides
    # Authority: pkg/controller/daemon/util/daemonset_util.go IsPodUpdated; pkg/controller/daemon/daemon_controller.go updateDaemonSet

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

    Example: with the same template there is nothing to decide
      When the daemon set "log-agent" is created with:
        | version         | v2            |
        | update strategy | RollingUpdate |
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the status of "log-agent" is:
        | desired | up-to-date |
        | 2       | 2          |

    Example: OnDelete leaves them alone
      When the daemon set "log-agent" is created with:
        | version         | v3       |
        | update strategy | OnDelete |
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v2"
      And the status of "log-agent" is:
        | desired | up-to-date |
        | 2       | 0          |

  Rule: The next rolling update brings adopted pods along, unless it arrives at their number
    # Authority: pkg/registry/apps/daemonset/strategy.go PrepareForUpdate; pkg/controller/daemon/util/daemonset_util.go IsPodUpdated; measured

    Example: pods of the first template, and the second template of the successor
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"
      And the daemon set "log-agent" with:
        | version | v2 |
      When the daemon set "log-agent" is updated to version "v3"
      Then the pods of "log-agent" on "east-1" and "east-2" run version "v3"
      And the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 2        | v2      |
        | 3        | v3      |

    Example: pods of the second template, and the second template of the successor
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is updated to version "v2"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"
      And the daemon set "log-agent" with:
        | version         | v3       |
        | update strategy | OnDelete |
      When I run:
        """
        oc patch daemonset log-agent -p '{"spec": {"updateStrategy": {"type": "RollingUpdate"},
            "template": {"spec": {"containers": [{"name": "log-agent", "image": "example.test/log-agent:v4"}]}}}}'
        """
      Then the pods of "log-agent" on "east-1" and "east-2" were not replaced
      And the pods of "log-agent" on "east-1" and "east-2" run version "v2"

  Rule: Orphans bring their revisions along
    # Authority: pkg/controller/daemon/update.go controlledHistories; pkg/controller/controller_ref_manager.go ClaimControllerRevisions

    Example: the successor remembers what it never was
      Given the daemon set "log-agent"
      And the daemon set "log-agent" is deleted with "--cascade=orphan"
      When the daemon set "log-agent" is created with:
        | version | v2 |
      Then the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 2        | v2      |
