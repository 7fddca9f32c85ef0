resource it 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-clinic'
  location: 'westeurope'
  properties: {
    retentionInDays: 730
  }
}
