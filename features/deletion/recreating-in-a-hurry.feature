@I10
Feature: Deleting a daemon set and creating it again in a hurry

  "Delete it and create it anew" is a popular repair. In a hurry it has a catch: deleted in the background, the daemon set is
  gone *before* its pods are. They still belong to the old one, so the new one does not know them, and creates its own beside
  them. Until the old ones have stopped two pods are on every node, and two programs that lock the same disk or open the same
  port get in each other's way. Deleting in the **foreground** avoids that.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: Deleted in the background, old and new pods meet
    # Authority: kubernetes#131684; pkg/controller/controller_ref_manager.go ClaimObject

    Example: two pods on every node for a while
      When the daemon set "log-agent" is deleted, and created again as soon as it is gone
      Then for a while "east-1" had two pods of "log-agent"
      And for a while "east-2" had two pods of "log-agent"

    Example: in the end there is one pod a node, and it is a new one
      When the daemon set "log-agent" is deleted, and created again as soon as it is gone
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      And the pods of "log-agent" on "east-1" and "east-2" were replaced

  Rule: Deleted in the foreground, they never meet
    # Authority: pkg/controller/garbagecollector/garbagecollector.go processDeletingDependentsItem; staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go shouldDeleteDependents

    @needs-steady-control-plane
    Example: one pod a node at any time
      When the daemon set "log-agent" is deleted in the foreground, and created again as soon as it is gone
      Then no node ever had two pods of "log-agent" at the same time
      And "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    @needs-node-control
    Example: until the last pod is gone, the name is taken
      Given node "east-2" falls silent
      And the daemon set "log-agent" is deleted with "--cascade=foreground"
      And the file "daemonset.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: log-agent
        spec:
          selector:
            matchLabels: {app: log-agent}
          template:
            metadata:
              labels: {app: log-agent}
            spec:
              containers:
              - {name: log-agent, image: registry.example.com/log-agent:3.0}
        """
      When I try to run "oc create -f daemonset.yaml"
      Then it is refused:
        """
        Error from server (AlreadyExists): error when creating "daemonset.yaml": object is being deleted: daemonsets.apps "log-agent" already exists
        """
