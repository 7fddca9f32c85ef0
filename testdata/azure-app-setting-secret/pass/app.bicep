@secure()
param labKey string

resource portal 'Microsoft.Web/sites@2023-12-01' = {
  name: 'app-clinic-portal'
  location: 'westeurope'
  properties: {
    serverFarmId: resourceId('Microsoft.Web/serverfarms', 'plan-clinic')
    siteConfig: {
      appSettings: [
        { name: 'LAB_API_KEY', value: '@Microsoft.KeyVault(SecretUri=https://kv-clinic.vault.azure.net/secrets/lab)' }
        { name: 'FAX_TOKEN', value: labKey }
      ]
    }
  }
}
