resource fhir 'Microsoft.HealthcareApis/workspaces/fhirservices@2023-11-01' = {
  name: 'hdsclinic/records'
  location: 'westeurope'
  kind: 'fhir-R4'
  properties: {
    publicNetworkAccess: 'Enabled'
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: fhir
  name: 'audit'
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', 'log-clinic')
    logs: [{ category: 'AuditLogs', enabled: true }]
  }
}
