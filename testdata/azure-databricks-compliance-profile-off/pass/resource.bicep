resource it 'Microsoft.Databricks/workspaces@2024-05-01' = {
  name: 'dbw-clinic'
  location: 'westeurope'
  properties: {
    enhancedSecurityCompliance: { complianceSecurityProfile: { complianceStandards: ['HIPAA'], value: 'Enabled' } }
  }
}
