@needs-node-control
Feature: A node that shuts down gracefully

  A machine that is switched off in order tells its kubelet first, if that is configured so. The kubelet stops the pods: ordinary ones, then those of a system
  priority. They **fail**, and stay listed until somebody deletes them; a daemon set deletes its own, and its next pod waits for the node to come back.

  Background:
    Given the nodes "east-1" and "east-2"
    And the daemon set "log-agent"

  Rule: Its pods fail, and say that the node was shut down
    # Authority: pkg/kubelet/nodeshutdown/nodeshutdown_manager.go killPods

    Example: an ordinary pod stays listed
      Given the pod "helper", labelled "app=help", that runs on "east-1"
      When node "east-1" shuts down
      And I run "oc get pod helper -o jsonpath={.status.reason}"
      Then it prints:
        """
        Terminated
        """

    Example: a daemon pod is deleted, and no other comes before the node is back
      When node "east-1" shuts down
      Then "log-agent" runs one pod on "east-2" and nowhere else

    @needs-long-waits
    Example: when the node is back, so is its daemon pod
      Given node "east-1" shuts down
      And 10 minutes pass
      When node "east-1" reports again
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else
      But the pod of "log-agent" on "east-2" was never replaced
