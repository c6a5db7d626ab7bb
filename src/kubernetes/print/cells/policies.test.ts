import { expect } from 'chai';
import { printed } from './printed.testkit';

const ADMISSION = 'admissionregistration.k8s.io/v1';

describe('The columns of policies', () => {
  it('of webhooks', () => {
    const yaml = `
apiVersion: ${ADMISSION}
kind: ValidatingWebhookConfiguration
metadata: { name: check }
webhooks: [{ name: a.example.com }, { name: b.example.com }]
`;
    expect(printed(`${ADMISSION}/validatingwebhookconfigurations`, yaml)).to.equal(
      'NAME    WEBHOOKS   AGE\ncheck   2          90s\n',
    );
    expect(printed(`${ADMISSION}/mutatingwebhookconfigurations`, 'metadata: { name: sidecar }')).to.equal(
      'NAME      WEBHOOKS   AGE\nsidecar   0          90s\n',
    );
  });

  it('of admission policies', () => {
    const yaml = `
metadata: { name: limit }
spec:
  paramKind: { apiVersion: rules.example.com/v1, kind: Limit }
  validations: [{ expression: "true" }]
  mutations: [{}, {}]
`;
    expect(printed(`${ADMISSION}/validatingadmissionpolicies`, yaml)).to.equal(
      'NAME    VALIDATIONS   PARAMKIND                    AGE\n' +
        'limit   1             rules.example.com/v1/Limit   90s\n',
    );
    expect(printed(`${ADMISSION}/mutatingadmissionpolicies`, yaml)).to.match(/\nlimit +2 +rules/);
    expect(printed(`${ADMISSION}/mutatingadmissionpolicies`, 'metadata: { name: limit }')).to.equal(
      'NAME    MUTATIONS   PARAMKIND   AGE\nlimit   0           <unset>     90s\n',
    );
  });

  it('of bindings of admission policies', () => {
    const paramRef = (reference: string): string =>
      printed(
        `${ADMISSION}/validatingadmissionpolicybindings`,
        `metadata: { name: here }\nspec: { policyName: limit, ${reference} }`,
      ).split(/ {3,}|\n/)[6] ?? '';
    expect(paramRef('')).to.equal('<unset>');
    expect(paramRef('paramRef: { name: small }')).to.equal('*/small');
    expect(paramRef('paramRef: { namespace: shop, name: small }')).to.equal('shop/small');
    const selector =
      '{ matchLabels: { tier: gold, env: test }, matchExpressions: [{ key: zone, operator: In, values: [a, b] }] }';
    expect(paramRef(`paramRef: { selector: ${selector} }`)).to.equal(
      '&LabelSelector{MatchLabels:map[string]string{env: test,tier: gold,},' +
        'MatchExpressions:[]LabelSelectorRequirement{LabelSelectorRequirement{Key:zone,Operator:In,Values:[a b],},},}',
    );
  });

  it('of flow schemas and priority levels', () => {
    const schema = `
metadata: { name: health }
spec: { priorityLevelConfiguration: { name: exempt }, distinguisherMethod: { type: ByUser } }
`;
    expect(printed('flowcontrol.apiserver.k8s.io/v1/flowschemas', schema)).to.equal(
      'NAME     PRIORITYLEVEL   MATCHINGPRECEDENCE   DISTINGUISHERMETHOD   AGE   MISSINGPL\n' +
        'health   exempt          1000                 ByUser                90s   ?\n',
    );
    const level = (spec: string): string =>
      printed(
        'flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations',
        `metadata: { name: low }\nspec: ${spec}`,
      );
    expect(
      level('{ type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 8 } } } }'),
    ).to.equal(
      'NAME   TYPE      NOMINALCONCURRENCYSHARES   QUEUES   HANDSIZE   QUEUELENGTHLIMIT   AGE\n' +
        'low    Limited   30                         8        8          50                 90s\n',
    );
    expect(level('{ type: Limited, limited: { limitResponse: { queuing: { handSize: 4 } } } }')).to.match(
      /\nlow +Limited +30 +64 +4 +50 +90s\n$/,
    );
    expect(level('{ type: Exempt, exempt: {} }')).to.match(/\nlow +Exempt( +<none>){4} +90s\n$/);
  });
});
