resource site 'Microsoft.Network/connections@2023-11-01' = {
  name: 'cn-clinic'
  location: 'westeurope'
  properties: {
    connectionType: 'IPsec'
    ipsecPolicies: [
      { ikeEncryption: 'AES256', ikeIntegrity: 'SHA256', dhGroup: 'DHGroup2', ipsecEncryption: 'AES256', ipsecIntegrity: 'SHA256' } // expect: fail
    ]
  }
}
