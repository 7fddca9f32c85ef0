targetScope = 'subscription'

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: '1b9f6e1c-7d0f-4f3a-9b64-0d8a2a1c5e77'
  properties: {
    roleName: 'Clinic operator'
    permissions: [
      { actions: ['*'] } // expect: fail
    ]
    assignableScopes: [subscription().id]
  }
}
