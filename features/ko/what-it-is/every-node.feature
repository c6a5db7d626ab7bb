# language: ko
@D01
기능: 데몬 세트는 모든 노드에 Pod를 하나씩 둔다

  로그를 수집하거나 성능을 측정하거나 디스크를 연결하는 프로그램은 클러스터의 모든 머신에서 실행되어야 한다. **데몬 세트**가
  하는 일이 바로 이것이다. Pod를 *몇 개* 실행할지 정하지 않아도 노드 수만큼 실행된다. 여기서 모든 노드란 모든 *적격 노드*를
  말한다. Pod가 허용하지 않는 테인트가 있거나, 템플릿이나 프로젝트에서 요구하는 조건에 맞지 않는 노드는 적격 노드가 아니다. 자리가
  모자란 노드도 적격 노드다. 이때 Pod는 생성되고, 노드에 자리가 날 때까지 기다린다.

  Rule: 적격 노드에는 모두 Pod가 하나씩 생긴다
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod

    @K01
    시나리오: 노드가 세 개면 Pod도 세 개다
      먼저 노드 "east-1", "east-2", "west-1"이 있다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1", "east-2", "west-1"에서만 Pod를 하나씩 실행한다
      그리고 어느 노드에도 "log-agent"의 Pod가 동시에 두 개 있지 않았다

    시나리오: 자리가 없는 노드의 Pod도 생성되지만, 그 Pod는 기다린다
      먼저 다음 노드가 있다:
        | 이름  | cpu |
        | small | 2   |
        | large | 64  |
      만일 데몬 세트 "indexer"를 다음과 같이 설정하여 생성하면:
        | cpu | 4 |
      그러면 "indexer"는 "large"에서 Pod를 하나 실행한다
      하지만 "small"에서 실행될 "indexer"의 Pod는 Pending 상태다

    @K01
    시나리오: 삭제된 Pod는 같은 노드에 다시 생긴다
      먼저 노드 "east-1", "east-2", "west-1"이 있다
      그리고 데몬 세트 "log-agent"가 있다
      만일 "east-2"에 있는 "log-agent"의 Pod를 삭제하면
      그러면 "log-agent"는 "east-1", "east-2", "west-1"에서만 Pod를 하나씩 실행한다
      그리고 "east-2"에 있는 "log-agent"의 Pod는 교체되었다
      하지만 "east-1"과 "west-1"에 있는 "log-agent"의 Pod는 교체되지 않았다

  @K01
  Rule: 데몬 세트가 노드를 선택하지 않아도 테인트와 프로젝트의 노드 선택기는 적용된다
    # Authority: pkg/controller/daemon/daemon_controller.go NodeShouldRunDaemonPod; openshift/kubernetes pkg/controller/daemon/patch_nodeselector.go nodeShouldRunDaemonPod

    시나리오: 테인트가 있는 노드는 대상이 아니다
      먼저 다음 노드가 있다:
        | 이름   | 테인트             |
        | east-1 |                    |
        | gpu-1  | team=ml:NoSchedule |
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"에서만 Pod를 하나 실행한다
      그리고 "log-agent"의 상태는 다음과 같다:
        | 필요 | 현재 | 사용 불가 |
        | 1    | 1    | 0         |

    @needs-project-node-selector
    시나리오: 프로젝트에서 선택하지 않은 노드도 대상이 아니다
      먼저 다음 노드가 있다:
        | 이름   | 라벨        |
        | east-1 | region=east |
        | west-1 | region=west |
      그리고 기본 노드 선택기가 "region=east"인 프로젝트 "shop"에서 작업한다
      만일 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"에서만 Pod를 하나 실행한다

  Rule: 서지로 업데이트하는 동안 노드에서는 Pod 두 개가 실행된다
    # Authority: pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode; pkg/controller/daemon/update.go rollingUpdate; recording surge-replaces-after-ready

    시나리오: 이전 Pod가 사라지기 전에 새 Pod가 생긴다
      먼저 노드 "east-1"과 "west-1"이 있다
      그리고 다음과 같이 설정한 데몬 세트 "log-agent"가 있다:
        | 최대 서지      | 1 |
        | 최대 사용 불가 | 0 |
      만일 데몬 세트 "log-agent"를 버전 "v2"로 업데이트하면
      그러면 한동안 "east-1"에는 "log-agent"의 Pod가 두 개 있었다
      그리고 "log-agent"는 "east-1"과 "west-1"에서만 Pod를 하나씩 실행한다

  Rule: 데몬 세트가 실행될 노드를 제한할 수 있다
    # Authority: pkg/controller/daemon/daemon_controller.go predicates; pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus

    시나리오: 선택한 노드에서만 실행된다
      먼저 다음 노드가 있다:
        | 이름   | 라벨        |
        | east-1 | role=worker |
        | east-2 | role=worker |
        | infra  | role=infra  |
      만일 노드 선택기가 "role=worker"인 데몬 세트 "log-agent"를 생성하면
      그러면 "log-agent"는 "east-1"과 "east-2"에서만 Pod를 하나씩 실행한다
      그리고 "infra"에는 "log-agent"의 Pod가 한 번도 없었다
