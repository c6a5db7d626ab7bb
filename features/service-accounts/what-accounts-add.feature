Feature: What a service account adds to daemon pods

  Every pod runs under a **service account** of its project: the one that its template names, or the one called `default`. It is whom the programs in the
  pod are to the API server. When a pod is created, the account is looked up, and what it says is written into the pod.

  Background:
    Given the node "east-1"
    And the project "shop"

  Rule: An account that there is not has all pods refused
    # Authority: plugin/pkg/admission/serviceaccount/admission.go Admit; measured

    @needs-steady-control-plane
    Example: somebody forgot to create it
      When the daemon set "log-agent" is created with the pod spec:
        """
        serviceAccountName: log-agent
        """
      Then no pod of "log-agent" was ever created
      And the events of "log-agent" include:
        | type    | reason       | from                 | message                                                                                                                                           |
        | Warning | FailedCreate | daemonset-controller | Error creating: pods "log-agent-" is forbidden: error looking up service account shop/log-agent: serviceaccount "log-agent" not found |

    Example: with the account the pods run
      Given I run "oc create serviceaccount log-agent"
      When the daemon set "log-agent" is created with the pod spec:
        """
        serviceAccountName: log-agent
        """
      Then "log-agent" runs one pod on "east-1"

  Rule: Pods get the account's pull secrets, unless they name their own
    # Authority: plugin/pkg/admission/serviceaccount/admission.go Admit; measured

    Background:
      Given the file "account.yaml":
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: log-agent}
        imagePullSecrets: [{name: registry}]
        """
      And I run "oc create -f account.yaml"

    Example: a template that names none
      When the daemon set "log-agent" is created with the pod spec:
        """
        serviceAccountName: log-agent
        """
      Then the pod of "log-agent" on "east-1" contains:
        """
        spec: {imagePullSecrets: [{name: registry}]}
        """

    Example: a template that names its own
      When the daemon set "log-agent" is created with the pod spec:
        """
        serviceAccountName: log-agent
        imagePullSecrets: [{name: mirror}]
        """
      Then the pod of "log-agent" on "east-1" contains:
        """
        spec: {imagePullSecrets: [{name: mirror}]}
        """

  Rule: Pods get a token, unless they or their account ask not to
    # Authority: plugin/pkg/admission/serviceaccount/admission.go shouldAutomount, mountServiceAccountToken; measured

    Background:
      Given the file "account.yaml":
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: log-agent}
        automountServiceAccountToken: false
        """
      And I run "oc create -f account.yaml"

    Example: an account that asks not to
      Given the daemon set "log-agent" with the pod spec:
        """
        serviceAccountName: log-agent
        """
      When I run "oc get pods -o jsonpath={.items[0].spec.volumes}"
      Then it prints nothing

    Example: a template that insists on one
      When the daemon set "log-agent" is created with the pod spec:
        """
        serviceAccountName: log-agent
        automountServiceAccountToken: true
        """
      Then the pod of "log-agent" on "east-1" contains:
        """
        spec: {containers: [{volumeMounts: [{mountPath: /var/run/secrets/kubernetes.io/serviceaccount, readOnly: true}]}]}
        """
