targetScope = 'subscription'

resource it 'Microsoft.Authorization/policyAssignments@2023-04-01' = {
  name: 'clinic'
  properties: {
    enforcementMode: 'Default'
  }
}
