module keys 'vault.bicep' = {
  name: 'keys'
  params: { name: 'kv-clinic' }
}

module logs 'logs.bicep' = {
  name: 'logs'
  params: { vaultName: keys.outputs.name }
}
