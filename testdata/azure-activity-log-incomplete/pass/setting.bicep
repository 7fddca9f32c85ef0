targetScope = 'subscription'

resource activity 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'activity'
  properties: {
    workspaceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log'
    logs: [
      { category: 'Administrative', enabled: true }
      { category: 'Security', enabled: true }
      { category: 'Alert', enabled: true }
      { category: 'Policy', enabled: true }
    ]
  }
}
