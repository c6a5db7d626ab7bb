Feature: Daemon sets that are refused

  The API server looks at the fields before it stores a daemon set. What is wrong by itself is refused, with the path of the field
  and what is wrong with it, and **nothing** is stored. Read the path first: it leads to the line to mend. This is a table of the
  mistakes people make, in the words of the API server; `oc` puts `The DaemonSet "log-agent" is invalid:` in front of them. What
  is wrong only with regard to other things, such as nodes and classes, is not seen here, and some nonsense is let through: see
  the last rule.

  Background:
    Given the node "east-1"

  Rule: A rolling update must be able to move, and by one way only
    # Authority: pkg/apis/apps/validation/validation.go ValidateRollingUpdateDaemonSet; pkg/apis/apps/validation/validation.go ValidateDaemonSetUpdateStrategy; pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet

    Scenario Outline: an update strategy with <mistake>
      When I try to create the daemon set "log-agent" with "spec.updateStrategy" set to <value>
      Then it is refused:
        """
        DaemonSet.apps "log-agent" is invalid: spec.updateStrategy<refusal>
        """
      And there is no daemon set "log-agent"

      Examples:
        | mistake                             | value                                             | refusal                                                                                                      |
        | a budget of nothing                 | {rollingUpdate: {maxUnavailable: 0}}              | .rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0                                |
        | a gap and a surge                   | {rollingUpdate: {maxUnavailable: 1, maxSurge: 1}} | .rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero                    |
        | a surge, and the gap of the default | {rollingUpdate: {maxSurge: 1}}                    | .rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero                    |
        | a negative budget                   | {rollingUpdate: {maxUnavailable: -1}}             | .rollingUpdate.maxUnavailable: Invalid value: -1: must be greater than or equal to 0                         |
        | more than the whole                 | {rollingUpdate: {maxUnavailable: 101%}}           | .rollingUpdate.maxUnavailable: Invalid value: "101%": must not be greater than 100%                          |
        | a strategy of deployments           | {type: Recreate}                                  | : Unsupported value: {"Type":"Recreate","RollingUpdate":null}: supported values: "RollingUpdate", "OnDelete" |

    Scenario Outline: <what> is accepted
      When I try to create the daemon set "log-agent" with "spec.updateStrategy" set to <value>
      Then "log-agent" runs one pod on "east-1" and nowhere else

      Examples:
        | what                                       | value                                                             |
        | a number, however far beyond all the nodes | {rollingUpdate: {maxUnavailable: 100000}}                         |
        | a gap and a surge, where nothing rolls     | {type: OnDelete, rollingUpdate: {maxUnavailable: 1, maxSurge: 1}} |

  Rule: A daemon set must know its pods by labels that they really get
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec

    Scenario Outline: a selector with <mistake>
      When I try to create the daemon set "log-agent" with "spec.selector" set to <value>
      Then it is refused:
        """
        DaemonSet.apps "log-agent" is invalid: <refusal>
        """
      And there is no daemon set "log-agent"

      Examples:
        | mistake           | value                                          | refusal                                                                                                        |
        | labels of others  | {matchLabels: {app: cache}}                    | spec.template.metadata.labels: Invalid value: {"app":"log-agent"}: `selector` does not match template `labels` |
        | nothing in it     | {}                                             | spec.selector: Invalid value: {}: empty selector is invalid for daemonset                                      |
        | a list left empty | {matchExpressions: [{key: app, operator: In}]} | spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn' |

  Rule: The pods of a daemon set must be in order, and such as can run for ever
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec; pkg/apis/core/validation/validation.go ValidatePodTemplateSpec

    Scenario Outline: <mistake> in the pod template
      When I try to create the daemon set "log-agent" with "spec.template.spec.<field>" set to <value>
      Then it is refused:
        """
        DaemonSet.apps "log-agent" is invalid: spec.template.spec.<field><refusal>
        """
      And there is no daemon set "log-agent"

      Examples:
        | mistake                     | field                      | value                                      | refusal                                                                                                 |
        | pods that end for good      | restartPolicy              | Never                                      | : Unsupported value: "Never": supported values: "Always"                                                |
        | a time limit                | activeDeadlineSeconds      | 600                                        | : Forbidden: activeDeadlineSeconds in DaemonSet is not Supported                                        |
        | no container                | containers                 | []                                         | : Required value                                                                                        |
        | a port beyond the last      | containers[0].ports        | [{containerPort: 70000}]                   | [0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive                         |
        | a volume nobody defined     | containers[0].volumeMounts | [{name: data, mountPath: /data}]           | [0].name: Not found: "data"                                                                             |
        | more asked than allowed     | containers[0].resources    | {requests: {cpu: 2}, limits: {cpu: 1}}     | .requests: Invalid value: "2": must be less than or equal to cpu limit of 1                             |
        | an effect that no taint has | tolerations                | [{key: team, effect: Never}]               | [0].effect: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute" |
        | a value nobody compares     | tolerations                | [{key: team, operator: Exists, value: ml}] | [0].operator: Invalid value: "ml": value must be empty when `operator` is 'Exists'                      |

    Example: an affinity without terms
      When I try to create the daemon set "log-agent" with "spec.template.spec.affinity.nodeAffinity" set to {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: []}}
      Then it is refused:
        """
        DaemonSet.apps "log-agent" is invalid: spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Required value: must have at least one node selector term
        """

  Rule: Numbers and names must be in range
    # Authority: pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec; pkg/apis/apps/validation/validation.go ValidateDaemonSetName

    Scenario Outline: a daemon set with <mistake>
      When I try to create the daemon set "log-agent" with "<field>" set to <value>
      Then it is refused:
        """
        … is invalid: <field>: Invalid value: <refusal>
        """

      Examples:
        | mistake                        | field                     | value    | refusal                                                                                                      |
        | a wait of less than nothing    | spec.minReadySeconds      | -1       | -1: must be greater than or equal to 0                                                                       |
        | a history of less than nothing | spec.revisionHistoryLimit | -1       | -1: must be greater than or equal to 0                                                                       |
        | a name in capitals             | metadata.name             | LogAgent | "LogAgent": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', … |

  Rule: What is no field of a daemon set is refused if the API server is asked to read strictly
    # Authority: staging/src/k8s.io/apiserver/pkg/endpoints/handlers/rest.go fieldValidation; measured
    `oc` and `kubectl` ask for it by themselves. Whoever asks for nothing gets a warning, and the daemon set without the field.

    Scenario Outline: a manifest with <mistake>
      When I try to create the daemon set "log-agent" with "<field>" set to <value>
      Then it is refused:
        """
        DaemonSet in version "v1" cannot be handled as a DaemonSet: <refusal>
        """
      And there is no daemon set "log-agent"

      Examples:
        | mistake                    | field                           | value          | refusal                                                                |
        | a number of copies         | spec.replicas                   | 3              | strict decoding error: unknown field "spec.replicas"                   |
        | a letter in the wrong case | spec.template.spec.nodeselector | {role: worker} | strict decoding error: unknown field "spec.template.spec.nodeselector" |

    Example: a misspelt node selector is dropped if oc is told to warn only, and every node gets a pod
      Given the file "daemonset.yaml":
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
              nodeselector: {role: worker}
              containers:
              - {name: log-agent, image: registry.example.com/log-agent:3.0}
        """
      When I run "oc create -f daemonset.yaml --validate=warn"
      Then it prints:
        """
        Warning: unknown field "spec.template.spec.nodeselector"
        daemonset.apps/log-agent created
        """
      And "log-agent" runs one pod on "east-1" and nowhere else

  Rule: A value of the wrong type is refused, however it is read
    # Authority: staging/src/k8s.io/apimachinery/pkg/runtime/serializer/json/json.go Decode; measured

    Example: a number in words, and oc is told to warn only
      Given the file "daemonset.yaml":
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: log-agent
        spec:
          minReadySeconds: ten
          selector:
            matchLabels: {app: log-agent}
          template:
            metadata:
              labels: {app: log-agent}
            spec:
              containers:
              - {name: log-agent, image: registry.example.com/log-agent:3.0}
        """
      When I try to run "oc create -f daemonset.yaml --validate=warn"
      Then it is refused:
        """
        Error from server (BadRequest): error when creating "daemonset.yaml": DaemonSet in version "v1" cannot be handled as a DaemonSet: json: cannot unmarshal string into Go struct field DaemonSetSpec.spec.minReadySeconds of type int32
        """
      And there is no daemon set "log-agent"

  Rule: Some things are accepted that will not work
    # Authority: plugin/pkg/admission/priority/admission.go establishPriority; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; measured
    Nobody asks whether there is such a priority class, such a node or such a scheduler. Nor whether the limit in an affinity is a
    number.

    @needs-steady-control-plane
    Example: a priority class that does not exist is noticed with the first pod
      When I try to create the daemon set "log-agent" with "spec.template.spec.priorityClassName" set to urgent
      Then no pod of "log-agent" was ever created
      And the events of "log-agent" include:
        | type    | reason       | message                                                                                     |
        | Warning | FailedCreate | Error creating: pods "log-agent-" is forbidden: no PriorityClass with name urgent was found |

    Scenario Outline: <what> leaves the daemon set without pods, and nothing complains
      When I try to create the daemon set "log-agent" with "spec.template.spec" set to <value>
      Then no pod of "log-agent" was ever created
      And the status of "log-agent" is:
        | desired | current |
        | 0       | 0       |

      Examples:
        | what                    | value                                                                                                                                                                                                                                                |
        | a node that nobody has  | {nodeName: east-7, containers: [{name: log-agent, image: example.test/log-agent:v1}]}                                                                                                                                                              |
        | a limit in words        | {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: gpu, operator: Gt, values: [many]}]}]}}}, containers: [{name: log-agent, image: example.test/log-agent:v1}]} |

    Example: a scheduler that does not exist leaves the pods waiting
      When I try to create the daemon set "log-agent" with "spec.template.spec.schedulerName" set to nobody
      Then the status of "log-agent" is:
        | desired | current | ready |
        | 1       | 1       | 0     |
