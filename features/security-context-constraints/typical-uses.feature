@D05 @I26 @needs-security-context-constraints
Feature: The typical uses, on OpenShift

  Storage, logs and monitoring on every node: the classic uses of daemon sets need what ordinary programs do not. They read paths of the machine, share its network, or are
  privileged. OpenShift gives that to nobody by default. Every pod is held against **security context constraints**, and the pods of all three are
  refused until a cluster administrator lets their service account use a constraint that fits. The daemon set itself is accepted all the same.

  Background:
    Given the nodes "east-1" and "east-2"
    And node "east-1" is labelled "storage=local"
    And OpenShift's security context constraints

  Rule: With what every cluster has, the pods of all three are refused
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/admission.go computeSecurityContext; measured

    Example: the log shipper may not look into the directories of its node
      When I run "oc apply -f features/manifests/log-shipper.yaml"
      Then no pod of "log-shipper" was ever created
      And the events of "log-shipper" include:
        | type    | reason       | message                                                                                                                                                                              |
        | Warning | FailedCreate | Error creating: pods "log-shipper-" is forbidden: unable to validate against any security context constraint: […provider restricted-v2: …hostPath volumes are not allowed to be used…] |

    Example: the monitoring agent may not use the network of its node
      When I run "oc apply -f features/manifests/node-metrics.yaml"
      Then no pod of "node-metrics" was ever created
      And the events of "node-metrics" include:
        | type    | reason       | message                                                                                                                                                                                 |
        | Warning | FailedCreate | Error creating: pods "node-metrics-" is forbidden: unable to validate against any security context constraint: […provider restricted-v2: …Host network is not allowed to be used…] |

    Example: the storage plugin may not be privileged
      When I run "oc apply -f features/manifests/local-disk-csi.yaml"
      Then no pod of "local-disk-csi" was ever created
      And the events of "local-disk-csi" include:
        | type    | reason       | message                                                                                                                                                                           |
        | Warning | FailedCreate | Error creating: pods "local-disk-csi-" is forbidden: unable to validate against any security context constraint: […provider restricted-v2: …Privileged containers are not allowed…] |

    Example: the daemon set is accepted, and shows that it has no pods
      Given I run "oc apply -f features/manifests/log-shipper.yaml"
      When I run "oc get daemonset log-shipper -n logging"
      Then it prints:
        """
        NAME          DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE
        log-shipper   2         0         0       0            0           <none>          …
        """

  Rule: They run once their service account may use a constraint that fits
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccadmission/scc_authz_check.go allowedForType; openshift/oc pkg/cli/admin/policy/modify_scc.go AddSCC; measured
    Nothing else has to be done: the daemon set tries again by itself, at longer and longer intervals.

    @needs-long-waits
    Scenario Outline: "<set>" with the constraint "privileged"
      Given I run "oc apply -f features/manifests/<set>.yaml"
      When I run "oc adm policy add-scc-to-user privileged -z <account> -n <project>"
      Then it prints:
        """
        clusterrole.rbac.authorization.k8s.io/system:openshift:scc:privileged added: "<account>"
        """
      And "<set>" runs one pod on "east-1"

      Examples:
        | set            | account             | project    |
        | log-shipper    | log-shipper         | logging    |
        | node-metrics   | node-metrics        | monitoring |
        | local-disk-csi | local-disk-csi-node | storage    |

    Example: another service account of the project gains nothing by it
      Given I run "oc apply -f features/manifests/log-shipper.yaml"
      When I run "oc adm policy add-scc-to-user privileged -z somebody-else -n logging"
      Then no pod of "log-shipper" was ever created

  Rule: A lesser constraint may be enough
    # Authority: openshift/apiserver-library-go pkg/securitycontextconstraints/sccmatching/provider.go ValidatePodSecurityContext; measured
    The constraint `privileged` gives everything away. Whoever only reads files of the machine can do with less.

    Background:
      Given the project "shop"
      And I run "oc create serviceaccount agent"
      And the file "log-agent.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: log-agent}
        spec:
          selector: {matchLabels: {app: log-agent}}
          template:
            metadata: {labels: {app: log-agent}}
            spec:
              serviceAccountName: agent
              containers: [{name: main, image: "example.test/log-agent:v1"}]
              volumes: [{name: logs, hostPath: {path: /var/log}}]
        """
      And I run "oc create -f log-agent.yaml"

    @needs-long-waits
    Example: host paths alone
      When I run "oc adm policy add-scc-to-user hostmount-anyuid -z agent -n shop"
      Then "log-agent" runs one pod on each of "east-1" and "east-2" and nowhere else

    Example: the network of the host alone is of no use to it
      When I run "oc adm policy add-scc-to-user hostnetwork-v2 -z agent -n shop"
      Then no pod of "log-agent" was ever created
