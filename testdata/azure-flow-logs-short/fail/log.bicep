resource net 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: 'vnet-clinic'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
  }
}

resource flow 'Microsoft.Network/networkWatchers/flowLogs@2023-11-01' = {
  name: 'NetworkWatcher_westeurope/clinic'
  location: 'westeurope'
  properties: {
    targetResourceId: net.id
    storageId: resourceId('Microsoft.Storage/storageAccounts', 'stlogs')
    enabled: true
    retentionPolicy: { enabled: true, days: 7 } // expect: fail
  }
}
