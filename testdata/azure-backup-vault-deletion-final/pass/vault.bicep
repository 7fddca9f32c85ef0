resource vault 'Microsoft.DataProtection/backupVaults@2023-11-01' = {
  name: 'bvault-clinic'
  location: 'westeurope'
  properties: {
    storageSettings: [{ datastoreType: 'VaultStore', type: 'GeoRedundant' }]
    securitySettings: {
      softDeleteSettings: { state: 'On' }
    }
  }
}
