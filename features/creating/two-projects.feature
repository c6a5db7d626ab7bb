Feature: Daemon sets of the same name in two projects

  A name belongs to its project. Two teams may each have a daemon set `log-agent`, and neither takes notice of the other: each
  has pods, revisions and events of its own. Whoever is asked for help with *the* log agent asks back: in which project?

  Background:
    Given the nodes:
      | name   | labels    |
      | disk-1 | disk=fast |
      | web-1  | disk=none |
    And the project "shop"
    And the daemon set "log-agent"
    And the project "warehouse"
    And the daemon set "log-agent" for nodes labelled "disk=fast"

  Rule: Each has pods of its own, where its own template wants them
    # Authority: pkg/controller/daemon/daemon_controller.go getDaemonPods

    Example: both, side by side
      When I run "oc get daemonsets --all-namespaces"
      Then it prints:
        """
        NAMESPACE   NAME        DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
        shop        log-agent   2         2         2       2            2           <none>          …
        warehouse   log-agent   1         1         1       1            1           disk=fast       …
        """
      And "log-agent" runs one pod on "disk-1" and nowhere else

    Example: the other one, seen from its own project
      When I run "oc project shop"
      Then "log-agent" runs one pod on each of "disk-1" and "web-1" and nowhere else

  Rule: What is done to the one is not done to the other
    # Authority: pkg/controller/controller_ref_manager.go ClaimObject; pkg/controller/daemon/daemon_controller.go resolveControllerRef

    Example: an update in the same project
      When the daemon set "log-agent" is updated to version "v2"
      Then the pod of "log-agent" on "disk-1" was replaced
      And the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |
        | 2        | v2      |

    Example: an update in the other project
      Given I run "oc project shop"
      When I run "oc set image daemonset/log-agent log-agent=example.test/log-agent:v2 -n warehouse"
      Then the pods of "log-agent" on "disk-1" and "web-1" were not replaced
      And nothing was told about "log-agent" since
      And the revisions of "log-agent" are:
        | revision | version |
        | 1        | v1      |

    Example: a deletion in the same project
      When the daemon set "log-agent" is deleted
      Then there is no daemon set "log-agent"
      And no pod of "log-agent" is left
      And no revision of "log-agent" is left

    Example: a deletion in the other project
      Given I run "oc project shop"
      When I run "oc delete daemonset log-agent -n warehouse"
      Then the status of "log-agent" did not change
      And the pods of "log-agent" on "disk-1" and "web-1" were not replaced

    Example: a pod that is deleted in the other project
      Given I run "oc project shop"
      When I run "oc delete pod <pod of log-agent on disk-1> -n warehouse"
      Then the pods of "log-agent" on "disk-1" and "web-1" were not replaced

  Rule: A name is known in its own project only
    # Authority: pkg/registry/apps/daemonset/strategy.go NamespaceScoped

    Example: asked for in the wrong one
      Given the daemon set "shelf-camera"
      And I run "oc project shop"
      When I try to run "oc get daemonset shelf-camera"
      Then it is refused:
        """
        Error from server (NotFound): daemonsets.apps "shelf-camera" not found
        """
      And there is no daemon set "shelf-camera"
