@D15 @needs-project-node-selector @needs-default-node-selector
Feature: Switching off a project's default node selector

  If the cluster has a default node selector and a daemon set is to reach every node, its project must opt out: the
  annotation `openshift.io/node-selector`, set to nothing. The documentation shows the command. What it leaves out:
  it takes a **cluster administrator**. The annotation stands on the project's *namespace*, and the administrator of a project
  may not write that.

  Background:
    Given the nodes:
      | name   | labels      |
      | east-1 | region=east |
      | west-1 | region=west |
    And the cluster-wide default node selector "region=east"
    And the project "myproject"

  Rule: A cluster administrator can switch it off
    # Authority: openshift/kubernetes openshift-kube-apiserver/admission/scheduler/nodeenv/admission.go admit; documentation: Using daemon sets

    Example: the command as printed in the chapter
      When I run:
        """
        oc patch namespace myproject -p \
            '{"metadata": {"annotations": {"openshift.io/node-selector": ""}}}'
        """
      Then it prints:
        """
        namespace/myproject patched
        """

    Example: after that a daemon set reaches every node
      Given I run:
        """
        oc patch namespace myproject -p \
            '{"metadata": {"annotations": {"openshift.io/node-selector": ""}}}'
        """
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1" and "west-1" and nowhere else

    Example: the same by applying YAML
      Given the file "namespace.yaml":
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: myproject
          annotations:
            openshift.io/node-selector: ''
        """
      And I run "oc apply -f namespace.yaml"
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on each of "east-1" and "west-1" and nowhere else

    Example: without it a pod waits
      When the daemon set "log-agent" is created
      Then "log-agent" runs one pod on "east-1"
      But the pod of "log-agent" for "west-1" is pending

  @needs-impersonation
  Rule: A project administrator cannot
    # Authority: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go viewRules, editRules; measured

    Example: the command is refused
      Given the user "paul" with the role "admin" in project "myproject"
      When "paul" tries to run:
        """
        oc patch namespace myproject -p \
            '{"metadata": {"annotations": {"openshift.io/node-selector": ""}}}'
        """
      Then it is refused:
        """
        Error from server (Forbidden): namespaces "myproject" is forbidden: User "paul" cannot patch resource "namespaces" in API group "" in the namespace "myproject"
        """

    Example: a cluster administrator by name may
      Given the cluster administrator "clara"
      When "clara" runs:
        """
        oc patch namespace myproject -p \
            '{"metadata": {"annotations": {"openshift.io/node-selector": ""}}}'
        """
      Then it prints:
        """
        namespace/myproject patched
        """
